import { addDays, startOfDay } from '@/utils/domain/day';
import { instant } from '@/utils/domain/schema/time';
import { trailFiles, zipped } from '@/utils/export/trailFiles';
import { hex, unbase64 } from '@/utils/store/crypto/bytes';
import { sha256 } from '@/utils/store/crypto/seal';
import type { Scope } from '@/utils/store/trail';
import { theBook } from '../background/book';
import { presentMoment } from '../background/day';
import type { Opened } from '../live/reader';
import type { TrailPort, TrailSpan } from '../outPort';
import { withTrail } from './withTrail';

/** The days of a span as instants, in the RM's zone. */
async function scopeOf({ client, from, until }: TrailSpan): Promise<Scope> {
  const { zone } = await presentMoment();
  return { client, from: startOfDay(from, zone), until: startOfDay(addDays(until, 1), zone) };
}

/** The script that checks an export: it goes with each, as it was built. */
const script = async (): Promise<string> => (await fetch('/verifyTrail.mjs')).text();

async function fingerprintOf(key: string): Promise<string> {
  return hex(await sha256(unbase64(key)));
}

/** The trail in a browser. */
export function openTrailPort(opening: Promise<Opened>): TrailPort {
  return {
    lines: (span) =>
      withTrail(async (trail) => {
        const { from, until } = await scopeOf(span);
        const read = await trail.lines(from, until);
        if (!read.ok) return null;
        const { client } = span;
        return client === null ? read.value : read.value.filter(({ clients }) => clients.includes(client));
      }),

    async ofClient(id) {
      const read = await (await opening).reader?.trail(id);
      return read?.ok ? read.value : null;
    },

    async verify() {
      const opened = await theBook();
      return opened.ok ? opened.value.verify({ deep: true }) : null;
    },

    signed: (span, scope, table) =>
      withTrail(async (trail) => {
        const [copy, signer] = [await trail.copy(await scopeOf(span)), await trail.signer()];
        if (!copy.ok || !signer.ok) return null;
        const { anchor, records, rows, keptHere } = copy.value;
        const madeAt = instant.parse(Date.now());
        const content = { madeAt, scope, anchor, records, rows, keptHere, table, script: await script() };
        const bytes = zipped(await trailFiles(content, signer.value));
        return {
          bytes,
          entries: records.length,
          keptHere,
          fingerprint: await fingerprintOf(signer.value.key),
        };
      }),
  };
}
