import { type Lesson, lessonSteps } from '@/entrypoints/teach.content/reading';
import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { atOnce } from '@/utils/adapters/generic/atOnce';
import { browserLayout } from '@/utils/adapters/generic/browserLayout';
import { lookOnce } from '@/utils/adapters/generic/lookFor';
import { type PageReading, readingSteps } from '@/utils/adapters/generic/readAnyPage';
import { type Memory, remember } from '@/utils/adapters/generic/reading';
import { candidatesFor } from '@/utils/adapters/readPage';
import type { Recognition } from '@/utils/adapters/recognise';
import type { TeachReport } from '@/utils/messaging/teach';
import { pickAll, type Wanted } from './picking';
import type { Said } from './said';

/*
 * Runs in the page, bundled: reads it once and says what it saw, and how long the main thread was held.
 */

function timed(memory: Memory | null, url: string): { reading: PageReading; total: number; slice: number } {
  const steps = readingSteps({ document, url, memory, ...browserLayout });
  let total = 0;
  let slice = 0;
  for (;;) {
    const start = performance.now();
    const step = steps.next();
    const took = performance.now() - start;
    total += took;
    slice = Math.max(slice, took);
    if (step.done) return { reading: step.value, total, slice };
  }
}

function floor(): number {
  const start = performance.now();
  let text = 0;
  for (const element of document.querySelectorAll('*')) {
    if (element.checkVisibility({ visibilityProperty: true }) && element.firstElementChild === null)
      text += element.textContent?.length ?? 0;
  }
  return performance.now() - start + (text < 0 ? 1 : 0);
}

const middle = (figures: number[]): number =>
  figures.sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;

export function say(url: string, memory: Memory | null, rounds: number): Said {
  const first = timed(memory, url);
  const { reading } = first;
  const runs = Array.from({ length: rounds }, () => timed(memory, url));
  const floors = Array.from({ length: rounds }, floor);
  const { identity, name, page, fields, reasons } = reading;
  const recognised = page === 'client';
  return {
    isClientPage: recognised,
    page,
    clientId: identity?.id ?? null,
    displayName: recognised ? (name?.value ?? null) : null,
    fields: fields.map(({ label, value, kind, confidence }) => ({ label, value, kind, confidence })),
    reasons,
    from: identity?.from ?? null,
    nodes: document.querySelectorAll('*').length,
    total: middle(runs.map((run) => run.total)),
    slice: middle(runs.map((run) => run.slice)),
    floor: middle(floors),
    memory: remember(reading, memory),
    cold: first.total,
    coldStep: first.slice,
  };
}

const lessonOf = (url: string): Lesson => atOnce(lessonSteps(document, url));

/** What the wizard is told of this page. */
export const teach = (url: string): TeachReport => lessonOf(url).report;

/** What its picker makes of what a user points at; null where he can point at nothing that says it. */
export const pick = (url: string, wanted: readonly Wanted[]): TeachReport[] =>
  pickAll(document, lessonOf(url), wanted).map((field) => ({ kind: 'picked', field }));

/** What an adapter makes of this page, at rest as it is. */
export const tryOn = (adapter: CompiledAdapter, url: string): Recognition =>
  lookOnce(document, adapter, candidatesFor([adapter], url), true);
