import { browser } from 'wxt/browser';
import { instant } from '@/utils/domain/schema/time';
import { hex, utf8 } from '@/utils/store/crypto/bytes';
import { sha256 } from '@/utils/store/crypto/seal';
import { askBackground } from '../askBackground';
import { withTrail } from '../out/withTrail';
import type { LeavePort } from './port';

const hashOf = async (text: string): Promise<string> => hex(await sha256(utf8(text)));

const look: LeavePort['look'] = () =>
  withTrail(async (trail) => {
    const [read, drafts] = [await trail.wholeBook(), await trail.drafts()];
    if (!read.ok || !drafts.ok) return null;
    const { rows, closed, anchor } = read.value;
    const lines = Object.values(rows).flatMap((all) => all.map((row) => JSON.stringify(row)));
    return {
      at: instant.parse(Date.now()),
      version: browser.runtime.getManifest().version,
      clients: rows.clients.length,
      rows: lines.length,
      closed,
      drafts: drafts.value,
      held: rows.clients.flatMap(({ name, legalHold }) => (legalHold ? [name] : [])),
      anchor,
      hash: await hashOf(lines.join('\n')),
    };
  });

/** Leaving, in a browser. */
export const openLeaving = (): LeavePort => ({
  look,
  hashOf,
  async wipe() {
    // Looked at once more: somebody may have set a hold since the page was opened.
    const now = await look();
    if (now === null || now.held.length > 0) return false;
    return 'done' in (await askBackground({ kind: 'leave' }));
  },
});
