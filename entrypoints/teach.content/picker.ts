import { stepFrom } from '@/utils/adapters/generic/pickedField';
import { isVisible } from '@/utils/adapters/visible';
import type { TeachHost } from './host';
import type { Outline } from './outline';
import { elementAt, scrollAround } from './places';

export interface PickerPorts {
  host: TeachHost;
  outline: Outline;
  /** What to call an element while it is pointed at; empty where nothing is known. */
  labelOf(element: Element): string;
  /** Called once: the element that was picked, or null where the user gave it up. */
  picked(element: Element | null): void;
}

/** Where the arrow keys lead from an element. */
const STEPS = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
} as const;

const isStep = (key: string): key is keyof typeof STEPS => key in STEPS;

/**
 * Lets the user pick an element of the page: by pointing and clicking, or with the arrow keys, Enter and
 * Escape. All of it happens on a pane over the page that is a document of its own, so that no handler of
 * the page, however early it was set, hears a click, a pointer or a key. Returns how to stop.
 */
export function pick(
  document: Document,
  { host, outline, labelOf, picked }: PickerPorts,
  ended: AbortSignal,
): () => void {
  const pane = host.cover();
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ended]);
  let current: Element | null = null;
  let pressed: string | null = null;

  function point(element: Element | null): void {
    current = element;
    if (element) outline.show(element, labelOf(element));
    else outline.hide();
  }

  function leave(): void {
    stop.abort();
    outline.hide();
    host.uncover();
  }

  function end(element: Element | null): void {
    leave();
    host.focus();
    picked(element);
  }

  const under = ({ clientX, clientY }: MouseEvent): Element | null => {
    const { left, top } = pane.getBoundingClientRect();
    return elementAt(document, clientX + left, clientY + top);
  };

  function press({ key }: KeyboardEvent): void {
    pressed = key;
    if (!isStep(key)) return;
    const next = stepFrom(current ?? document.body, STEPS[key], isVisible);
    if (!next) return;
    next.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    point(next);
  }

  /** A key ends it when it comes up, or the page would hear that; and only one that went down here. */
  function release({ key }: KeyboardEvent): void {
    if (key !== pressed) return;
    if (key === 'Escape') end(null);
    else if (key === 'Enter') end(current);
  }

  const view = pane.contentWindow;
  if (!view) {
    end(null);
    return () => undefined;
  }
  function hear<Type extends keyof WindowEventMap>(
    type: Type,
    work: (event: WindowEventMap[Type]) => void = () => undefined,
  ): void {
    view?.addEventListener(
      type,
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        work(event);
      },
      { capture: true, passive: false, signal },
    );
  }
  hear('pointermove', (event) => point(under(event)));
  hear('click', (event) => end(under(event)));
  hear('keydown', press);
  hear('keyup', release);
  hear('wheel', (event) => scrollAround(under(event), event));
  for (const type of ['mousedown', 'auxclick', 'contextmenu'] as const) hear(type);
  // The keys, too, are the pane's: they come from wherever the focus was, often the wizard's own frame.
  pane.focus();
  view.focus();
  return leave;
}
