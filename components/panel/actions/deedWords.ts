import type { Deed } from '@/utils/domain/nba/action';
import type { CivilDay } from '@/utils/domain/schema/time';
import { t } from '../../ui/words';

/** What the main button of a prompt says it does: 记电话, 约面谈, 去问, 查看. */
export function deedWord(deed: Deed, today: CivilDay): string {
  if (deed.type === 'ask') return t('panel.actions.ask');
  if (deed.type === 'open') return t('panel.actions.open');
  const { channel, day } = deed.prefill;
  if (!channel) return t('log.title');
  const word = t(`channel.${channel}`);
  return day !== undefined && day > today ? t('panel.actions.plan', word) : t('panel.actions.log', word);
}
