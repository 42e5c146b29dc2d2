import { ok } from '@/utils/domain/result';
import { type Act, actId, BOOK } from '@/utils/domain/schema/act';
import { instant } from '@/utils/domain/schema/time';
import { newOpId, newRowId } from '../ids';
import type { Handout, HandoutProblem } from '../outPort';
import { leavingRules } from './rules';
import { withStore } from './writing';

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Whether a file may be handed out. Under an audit it is noted in the journal first: what could not be noted is
 * not handed out.
 */
export async function askToHandOut({ bytes, deed }: Handout): Promise<HandoutProblem | null> {
  const { exports } = await leavingRules();
  if (exports === 'off') return 'off';
  if (exports === 'allowed') return null;
  const body: Act = {
    id: actId.parse(newRowId()),
    clientId: BOOK,
    at: instant.parse(Date.now()),
    deed: { what: 'exported', ...deed, hash: await sha256(bytes) },
  };
  const noted = await withStore((store) =>
    store.commit({
      op: newOpId(),
      cause: 'noteExport',
      plan: async () => ok({ changes: [{ type: 'insert', table: 'acts', body }] }),
    }),
  );
  return noted.ok ? null : 'notNoted';
}
