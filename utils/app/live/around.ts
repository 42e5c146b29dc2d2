import { type ReadonlySignal, signal } from '@preact/signals';
import * as z from 'zod/mini';
import type { ClientBundle } from '@/utils/domain/bundle';
import { type Bid, bid, bidsOf, firstOfDay } from '@/utils/domain/nba/dayShare';
import { topLineOf } from '@/utils/domain/nba/topFifth';
import { type ClientPicture, pictureOf } from '@/utils/domain/picture';
import { clientId } from '@/utils/domain/schema/ids';
import { MOST_PROACTIVE, type Settings } from '@/utils/domain/schema/settings';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import { loadLearning, watchLearned } from '@/utils/platform/learning';
import { readSession, watchSession, writeSession } from '@/utils/platform/session';
import { inLine } from '../inLine';
import { briefsOf, type Opened } from './reader';

const SHOWN = 'promptsOfDay';
const TOP = 'topFifthOfDay';

/** The proactive prompts that were shown on a day: opaque ids and rules, in memory only. */
const shownOfDay = z.strictObject({ day: civilDay, bids: z.array(bid).check(z.maxLength(MOST_PROACTIVE)) });

/** Where the top fifth of the book ended on a day; worked out once a day, for all panels. */
const topOfDay = z.strictObject({
  day: civilDay,
  line: z.nullable(z.strictObject({ minor: z.string(), id: clientId })),
});

const inShown = inLine(SHOWN);

/** Works out pictures with what the rest of the book says. Reads signals: who draws by it is told of changes. */
export type Painter = (bundle: ClientBundle, settings: Settings, today: CivilDay) => ClientPicture;

/** Time for the client to be drawn before the whole book is looked over. */
const LOOK_LATER_MS = 500;

async function lookOver(opening: Promise<Opened>, today: CivilDay): Promise<void> {
  const briefs = await briefsOf(opening);
  const worths = briefs.map(({ clientId: id, worth }) => ({
    id,
    assets: worth === undefined ? null : { minor: worth, currency: 'CNY' },
  }));
  await writeSession(TOP, { day: today, line: topLineOf(worths) });
}

/** Puts what a client's panel shows to the prompts of the day; those of the highest priority are remembered. */
async function note(day: CivilDay, bids: readonly Bid[]): Promise<void> {
  await inShown(async () => {
    const kept = await readSession(SHOWN, shownOfDay);
    const before = kept?.day === day ? kept.bids : [];
    const next = firstOfDay([...before, ...bids], MOST_PROACTIVE);
    if (JSON.stringify(next) !== JSON.stringify(before)) await writeSession(SHOWN, { day, bids: next });
  });
}

/**
 * Gets ready to work out pictures: with how prompts were answered, which proactive ones the day has seen, and
 * where the top fifth of the book ends. Nothing here keeps a picture waiting for the whole book.
 */
export async function openPainter(
  opening: Promise<Opened>,
  today: ReadonlySignal<CivilDay>,
): Promise<Painter> {
  const [learning, shown, top] = await Promise.all([
    loadLearning(),
    readSession(SHOWN, shownOfDay),
    readSession(TOP, topOfDay),
  ]);
  const learned = signal(learning.rules);
  const line = signal(top);
  // Not a signal: a prompt that was shown does not go because another panel shows one.
  let seen = shown;
  watchLearned((next) => {
    learned.value = next;
  });
  watchSession(SHOWN, shownOfDay, (next) => {
    seen = next;
  });
  watchSession(TOP, topOfDay, (next) => {
    line.value = next;
  });
  if (top?.day !== today.peek())
    setTimeout(() => void lookOver(opening, today.peek()).catch(() => undefined), LOOK_LATER_MS);
  return (bundle, settings, day) => {
    const picture = pictureOf(bundle, settings, day, {
      learned: learned.value,
      shownToday: seen?.day === day ? seen.bids : [],
      topLine: line.value?.day === day ? line.value.line : null,
    });
    const bids = bidsOf(bundle.client.id, picture.actions.shown).map((own) => own.bid);
    if (bids.length > 0) void note(day, bids).catch(() => undefined);
    return picture;
  };
}
