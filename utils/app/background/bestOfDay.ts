import { browser } from 'wxt/browser';
import { type BestPrompt, bestPromptOf, withPlanned } from '@/utils/domain/nba/bestOfDay';
import type { Learned } from '@/utils/domain/nba/learning';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Settings } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import { dropBest, loadBest, saveBest } from '@/utils/platform/bestOfDay';
import { loadSettings } from '@/utils/platform/settings';
import { lockState } from '@/utils/platform/vault';
import type { ClientKnown } from '@/utils/store/known';
import { inLine } from '../inLine';
import { learnedNow } from '../learning';
import { shareNext } from '../shareNext';
import { browserPorts } from '../storePorts';
import { theBook } from './book';
import { presentMoment } from './day';

/*
 * The prompts of highest value of the whole book, for today's list: every client is planned once a day, some at
 * a time with rests between, and anew after each commit. Opening the popup plans nobody.
 */

const ALARM = 'bestOfDay';
export const isBestAlarm = (name: string): boolean => name === ALARM;

/** A browser that has just started has other things to do. */
const START_MINUTES = 1;
/** Rest after each few clients: whoever asks the worker for something is answered in between. */
const REST_MS = 40;

const inBest = inLine('bestOfDay');
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST_MS));

/** What all clients are planned with. */
interface With {
  today: CivilDay;
  settings: Settings;
  learned: Learned;
}

async function planWith(): Promise<With> {
  const [{ today }, settings, learned] = await Promise.all([presentMoment(), loadSettings(), learnedNow()]);
  return { today, settings, learned };
}

async function planned(
  known: readonly ClientKnown[],
  { today, settings, learned }: With,
): Promise<Map<ClientId, BestPrompt | null>> {
  // The rules are no part of the worker's start.
  const { pictureOf } = await import('@/utils/domain/picture');
  const prompts = new Map<ClientId, BestPrompt | null>();
  for (const { bundle } of known) {
    const { id } = bundle.client;
    prompts.set(id, bestPromptOf(id, pictureOf(bundle, settings, today, { learned }).actions));
  }
  return prompts;
}

/** Clients of whom something was committed while the book is gone through: read before, they are not believed. */
const changed = new Set<ClientId>();

async function goThrough(): Promise<void> {
  const context = await planWith();
  const { today } = context;
  const kept = await loadBest();
  if ((kept?.day === today && kept.after === null) || (await lockState()) === 'locked') return;
  const { openWalker } = await import('@/utils/store/read/openWalker');
  const walker = await openWalker(browserPorts());
  if (!walker.ok) return;
  changed.clear();
  try {
    if (kept?.day !== today) await inBest(() => saveBest({ day: today, after: '', best: [] }));
    for await (const { known } of walker.value.bundles(kept?.day === today ? (kept.after ?? '') : '')) {
      const prompts = await planned(known, context);
      const goesOn = await inBest(async () => {
        const now = await loadBest();
        // Taken away under our hands, as by other settings: whoever did it begins anew.
        if (now?.day !== today) return false;
        for (const id of changed) prompts.delete(id);
        const after = known.at(-1)?.bundle.client.id ?? now.after;
        await saveBest({ day: today, after, best: withPlanned(now.best, prompts) });
        return true;
      });
      if (!goesOn) return;
      await rest();
    }
    await inBest(async () => {
      const now = await loadBest();
      if (now?.day === today) await saveBest({ ...now, after: null });
    });
  } finally {
    walker.value.close();
  }
}

/**
 * Goes through the book where that has not been done today, from where a stopped worker had come to. While the
 * book is locked nothing can be planned: the next unlocking asks again.
 */
export const planBest = shareNext(() =>
  goThrough().catch((error: unknown) => console.error('the best prompts of the day failed', error)),
);

/** What all prompts rest on is another: the whole book is gone through anew. */
export async function planBestAnew(): Promise<void> {
  await inBest(dropBest);
  await planBest();
}

/** Plans these clients anew, after a commit that touched them. */
export async function replan(clients: readonly ClientId[]): Promise<void> {
  if (clients.length === 0) return;
  for (const id of clients) changed.add(id);
  const opened = await theBook();
  if (!opened.ok) return;
  const context = await planWith();
  await inBest(async () => {
    const read = await Promise.all(clients.map((id) => opened.value.client(id)));
    const known = read.flatMap((one) => (one.ok ? [one.value] : []));
    const prompts = await planned(known, context);
    // Who is not in the book any more has no prompt either.
    for (const id of clients) if (!prompts.has(id)) prompts.set(id, null);
    const kept = await loadBest();
    const now = kept?.day === context.today ? kept : { day: context.today, after: '', best: [] };
    const best = withPlanned(now.best, prompts);
    if (JSON.stringify(best) !== JSON.stringify(kept?.best)) await saveBest({ ...now, best });
  });
}

/** Sees to it that the book will be gone through today, if it has not been: whenever the worker starts. */
export async function planBestLater(): Promise<void> {
  const [kept, { today }] = await Promise.all([loadBest(), presentMoment()]);
  if (kept?.day === today && kept.after === null) return;
  if (await browser.alarms.get(ALARM)) return;
  await browser.alarms.create(ALARM, { delayInMinutes: START_MINUTES });
}
