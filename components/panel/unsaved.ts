import { type ReadonlySignal, signal } from '@preact/signals';
import type { HalfForms } from '@/utils/app/halfForms';
import type { ClientId } from '@/utils/domain/schema/ids';
import { REST_MS } from '../log/draftShelf';

/** Names a form: whose it is, and its section and row in one. */
export interface FormKey<Owner = ClientId> {
  of: Owner;
  /** Such as `holdings|new`. */
  name: string;
}

type Form = Record<string, unknown>;

interface FormsPort<Owner> {
  loadForms(of: Owner): Promise<HalfForms>;
  saveForms(of: Owner, forms: HalfForms): Promise<void>;
}

/**
 * What is written in forms and not saved yet, by client (or page) and form. It outlives the form, the panel
 * and the browser: only saving and cancelling end it.
 */
export interface Unsaved<Owner = ClientId> {
  /** Counts the times forms of before were found: whoever shows their client opens them. */
  found: ReadonlySignal<number>;
  has(key: FormKey<Owner>): boolean;
  get(key: FormKey<Owner>): Form;
  set(key: FormKey<Owner>, form: object): void;
  end(key: FormKey<Owner>): void;
  /** The forms that are half-filled, by name. */
  names(of: Owner): string[];
  /** Looks for what was left of this client; once, for as long as the panel is open. */
  load(of: Owner): void;
  /** Keeps at once what still waits: the page is about to go. */
  flush(): void;
}

/** @param onTrouble told when a form could not be kept; it is still on the screen. */
export function createUnsaved<Owner = ClientId>(
  port: FormsPort<Owner>,
  onTrouble: () => void,
): Unsaved<Owner> {
  const forms = new Map<Owner, Map<string, Form>>();
  const found = signal(0);
  const loaded = new Set<Owner>();
  const waiting = new Set<Owner>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is still being looked for: until it is there, keeping the rest would be losing it. */
  let reading: Promise<void> | null = null;

  const formsOf = (id: Owner): Map<string, Form> => {
    const own = forms.get(id) ?? new Map<string, Form>();
    forms.set(id, own);
    return own;
  };
  const keep = (id: Owner): void => {
    // Else at once: the page may be gone before what was sent last is answered.
    if (reading) void reading.then(() => keep(id));
    else port.saveForms(id, Object.fromEntries(formsOf(id))).catch(onTrouble);
  };
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const id of waiting) keep(id);
    waiting.clear();
  };
  const look = async (id: Owner): Promise<void> => {
    const kept = Object.entries(await port.loadForms(id));
    // What is being written now is newer than what was left.
    for (const [name, form] of kept) if (!formsOf(id).has(name)) formsOf(id).set(name, form);
    if (kept.length > 0) found.value += 1;
  };

  return {
    found,
    has: ({ of, name }) => formsOf(of).has(name),
    get: ({ of, name }) => formsOf(of).get(name) ?? {},
    set({ of, name }, form) {
      formsOf(of).set(name, { ...form });
      waiting.add(of);
      timer ??= setTimeout(flush, REST_MS);
    },
    end({ of, name }) {
      if (!formsOf(of).delete(name)) return;
      waiting.add(of);
      flush();
    },
    names: (of) => [...formsOf(of).keys()],
    load(id) {
      if (loaded.has(id)) return;
      loaded.add(id);
      const all = Promise.all([reading, look(id).catch(onTrouble)]).then(() => {
        if (reading === all) reading = null;
      });
      reading = all;
    },
    flush,
  };
}
