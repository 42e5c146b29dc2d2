import { exportRuleOf } from '@/utils/domain/exportRule';
import { loadPolicy } from '@/utils/platform/policy';
import { loadSettings } from '@/utils/platform/settings';
import type { LeavingRules } from '../outPort';

/** The rules in force now: asked for at every deed, since the bank may have changed them meanwhile. */
export async function leavingRules(): Promise<LeavingRules> {
  const [settings, policy] = await Promise.all([loadSettings(), loadPolicy()]);
  const exports = exportRuleOf(policy.exports, settings.exports);
  return {
    exports,
    exportsByBank: policy.exports !== undefined && policy.exports === exports && policy.exports !== 'allowed',
    retentionDays: policy.retentionDays ?? settings.retentionDays ?? null,
    retentionByBank: policy.retentionDays !== undefined,
  };
}
