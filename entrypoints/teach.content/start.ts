import { i18n } from '#i18n';
import { atOnce } from '@/utils/adapters/generic/atOnce';
import { browserLayout } from '@/utils/adapters/generic/browserLayout';
import { readInSlices } from '@/utils/adapters/generic/idle';
import { type PagePairs, pairSteps, pickedField } from '@/utils/adapters/generic/pickedField';
import { propose } from '@/utils/adapters/generic/propose';
import { visibleOnce } from '@/utils/adapters/visible';
import type { TeachOrder, TeachReport } from '@/utils/messaging/teach';
import { onAddressChange } from '@/utils/platform/navigation';
import { createTeachHost } from './host';
import { askForFrame, awaitLine, type Line } from './line';
import { createOutline } from './outline';
import { pick } from './picker';
import { isInView } from './places';
import { type Lesson, lessonSteps, taught } from './reading';
import { tryAdapter } from './trying';

/** Without a wizard's line for so long, nobody is teaching. */
const LINE_MS = 15_000;

/** A page that moves says so once for all that moves together. */
const MOVED_MS = 120;

/** Serves one wizard in the tab's document until it ends, its line closes, or a newer script takes over. */
export function start(document: Document, ended: AbortSignal): void {
  const stop = new AbortController();
  const { signal } = stop;
  const host = createTeachHost(document);
  const outline = createOutline(host);
  let line: Line | null = null;
  let lesson: Lesson | null = null;
  let stopPicking: () => void = () => undefined;
  /** The reading and the trial that are asked for now: a newer order ends an older one. */
  let reading = new AbortController();
  let trial = new AbortController();

  function end(): void {
    if (signal.aborted) return;
    clearTimeout(unheard);
    clearTimeout(moving);
    stopPicking();
    outline.hide();
    reading.abort();
    trial.abort();
    stop.abort();
    host.remove();
  }

  const tell = (report: TeachReport): void => line?.tell(report);

  async function read(): Promise<void> {
    reading.abort();
    reading = new AbortController();
    const next = await readInSlices(document, () => lessonSteps(document, location.href), reading.signal);
    if (!next) return;
    lesson = next;
    tell(next.report);
  }

  const pairsNow = (): PagePairs => atOnce(pairSteps(document, browserLayout));

  function choose(element: Element | null, what: 'number' | undefined): void {
    if (!element || !lesson) {
      tell({ kind: 'picked', field: null });
      return;
    }
    const { report, places } = lesson;
    const field = pickedField(element, pairsNow(), browserLayout);
    const root = lesson.root.isConnected ? lesson.root : document.body;
    const isVisible = visibleOnce();
    tell({ kind: 'picked', field: taught(field, root, lesson.reading, isVisible, places) });
    if (what !== 'number') return;
    const page = { document, url: location.href, isVisible };
    tell({ ...report, proposal: propose(lesson.reading, page, field) });
  }

  async function startPicking(what: 'number' | undefined): Promise<void> {
    stopPicking();
    if (!lesson) await read();
    if (signal.aborted) return;
    const pairs = pairsNow();
    stopPicking = pick(
      document,
      {
        host,
        outline,
        labelOf: (element) => pickedField(element, pairs, browserLayout).label,
        picked: (element) => choose(element, what),
      },
      signal,
    );
  }

  function outlineField(n: number | null): void {
    const place = n === null ? undefined : lesson?.places.get(n);
    if (!place?.element.isConnected) {
      outline.hide();
      return;
    }
    const { element, label } = place;
    if (!isInView(element))
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    outline.show(element, label);
  }

  async function attempt(order: TeachOrder & { kind: 'try' }): Promise<void> {
    trial.abort();
    trial = new AbortController();
    const report = await tryAdapter(document, order.adapter, trial.signal);
    if (report) tell(report);
  }

  const orders: { [Kind in TeachOrder['kind']]: (order: TeachOrder & { kind: Kind }) => unknown } = {
    read,
    outline: ({ n }) => outlineField(n),
    pick: ({ what }) => startPicking(what),
    stopPicking: () => stopPicking(),
    try: attempt,
    end,
  };
  function obey<Kind extends TeachOrder['kind']>(order: TeachOrder & { kind: Kind }): void {
    orders[order.kind](order);
  }

  const unheard = setTimeout(end, LINE_MS);
  awaitLine(
    {
      opened(next) {
        clearTimeout(unheard);
        line = next;
      },
      obey: (order) => obey(order),
      closed: end,
    },
    signal,
  );

  let moving: ReturnType<typeof setTimeout> | undefined;
  const moved = (): void => {
    clearTimeout(moving);
    moving = setTimeout(() => tell({ kind: 'moved' }), MOVED_MS);
  };
  onAddressChange(window, signal, moved, moved);
  // A frame that loads another document changes no address of the tab's.
  document.addEventListener('load', moved, { capture: true, signal });
  ended.addEventListener('abort', end);

  void askForFrame().then((reply) => {
    if (!reply || signal.aborted) return;
    host.load(reply.src, { side: i18n.t('teachPage.side'), title: i18n.t('teachPage.title') });
  });
}
