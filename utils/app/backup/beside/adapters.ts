import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
import {
  type KeptAdapters,
  keptAdapters,
  loadAdapters,
  type OwnAdapter,
  saveAdapters,
} from '@/utils/platform/adapters';
import { MAX_OWN, whyBarred } from '../../adapters';
import { readText } from '../../bank/readText';
import { inLine } from '../../inLine';
import { type BesideChanges, partReader } from './part';

/** An adapter of the user's own with what its text says. */
interface Own {
  id: string;
  title: string;
  kept: OwnAdapter;
}

function ownOf(kept: OwnAdapter): Own | null {
  const read = readText(kept.json);
  return read.ok ? { id: read.value.adapter.id, title: read.value.adapter.title, kept } : null;
}

/** What a backup's adapters come to here: the lists as they would be, and whatever is left out of them. */
async function plan(there: KeptAdapters, here: KeptAdapters) {
  const read = there.own.map(ownOf).filter((one) => one !== null);
  const barred = await Promise.all(read.map(({ kept }) => whyBarred(kept.json)));
  const taken = read.filter((_, place) => barred[place] === null);
  const ids = new Set(taken.map(({ id }) => id));
  // One that does not open here is nobody's to throw away.
  const stay = here.own.filter((kept) => !ids.has(ownOf(kept)?.id ?? ''));
  const staying = new Set(stay.map((kept) => ownOf(kept)?.id ?? ''));
  const off = [...there.off, ...here.off.filter((id) => staying.has(id))];
  const next: KeptAdapters = {
    own: [...taken.map(({ kept }) => kept), ...stay],
    off: [...new Set(off)],
  };
  const held = read.filter((_, place) => barred[place] !== null);
  return { next, taken, held, unread: there.own.length - read.length };
}

const builtInTitle = (id: string): string => BUILT_IN.find((adapter) => adapter.id === id)?.title ?? id;

async function changes(there: KeptAdapters): Promise<BesideChanges> {
  const here = await loadAdapters();
  const { next, taken, held, unread } = await plan(there, here);
  const before = new Map(here.own.flatMap((kept) => ownOf(kept) ?? []).map((one) => [one.id, one]));
  const isSwitched = (id: string): boolean => here.off.includes(id) !== next.off.includes(id);
  const others = taken.filter(({ id, kept }) => {
    const former = before.get(id);
    return former && (former.kept.json !== kept.json || isSwitched(id));
  });
  const own = new Set([...before.keys(), ...taken.map(({ id }) => id)]);
  const switched = [...new Set([...here.off, ...next.off])].filter((id) => !own.has(id) && isSwitched(id));
  return {
    added: taken.filter(({ id }) => !before.has(id)).map(({ title }) => title),
    changed: [...others.map(({ title }) => title), ...switched.map(builtInTitle)],
    held: held.map(({ title }) => title),
    unread,
  };
}

const inAdapters = inLine('adapters');

/**
 * Taught and imported adapters, and which are switched off: those of the backup take the place of those of their ids,
 * others here stay. What the bank does not let be kept, now, stays out.
 */
export const adaptersPart = partReader(keptAdapters, changes, (there) =>
  inAdapters(async () => {
    const { next } = await plan(there, await loadAdapters());
    if (next.own.length > MAX_OWN) throw new Error(`more than ${MAX_OWN} adapters`);
    await saveAdapters(next);
  }),
);
