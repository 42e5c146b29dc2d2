import { type ReadonlySignal, signal } from '@preact/signals';
import type { PanelPort } from '@/utils/app/panelPort';
import type { ClientId } from '@/utils/domain/schema/ids';
import { REST_MS } from '../log/draftShelf';

/** Names a form: whose it is, and its section and row in one. */
export interface FormKey {
  clientId: ClientId;
  /** Such as `holdings|new`. */
  name: string;
}

type Form = Record<string, unknown>;

/**
 * What is written in forms and not saved yet, by client and form. It outlives the form, the panel and the
 * browser: only saving and cancelling end it.
 */
export interface Unsaved {
  /** Counts the times forms of before were found: whoever shows their client opens them. */
  found: ReadonlySignal<number>;
  has(key: FormKey): boolean;
  get(key: FormKey): Form;
  set(key: FormKey, form: object): void;
  end(key: FormKey): void;
  /** Looks for what was left of this client; once, for as long as the panel is open. */
  load(id: ClientId): void;
  /** Keeps at once what still waits: the page is about to go. */
  flush(): void;
}

/** @param onTrouble told when a form could not be kept; it is still on the screen. */
export function createUnsaved(
  port: Pick<PanelPort, 'loadForms' | 'saveForms'>,
  onTrouble: () => void,
): Unsaved {
  const forms = new Map<ClientId, Map<string, Form>>();
  const found = signal(0);
  const loaded = new Set<ClientId>();
  const waiting = new Set<ClientId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is still being looked for: until it is there, keeping the rest would be losing it. */
  let reading: Promise<void> | null = null;

  const of = (id: ClientId): Map<string, Form> => {
    const own = forms.get(id) ?? new Map<string, Form>();
    forms.set(id, own);
    return own;
  };
  const keep = (id: ClientId): void => {
    // Else at once: the page may be gone before what was sent last is answered.
    if (reading) void reading.then(() => keep(id));
    else port.saveForms(id, Object.fromEntries(of(id))).catch(onTrouble);
  };
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const id of waiting) keep(id);
    waiting.clear();
  };
  const look = async (id: ClientId): Promise<void> => {
    const kept = Object.entries(await port.loadForms(id));
    // What is being written now is newer than what was left.
    for (const [name, form] of kept) if (!of(id).has(name)) of(id).set(name, form);
    if (kept.length > 0) found.value += 1;
  };

  return {
    found,
    has: ({ clientId, name }) => of(clientId).has(name),
    get: ({ clientId, name }) => of(clientId).get(name) ?? {},
    set({ clientId, name }, form) {
      of(clientId).set(name, { ...form });
      waiting.add(clientId);
      timer ??= setTimeout(flush, REST_MS);
    },
    end({ clientId, name }) {
      if (!of(clientId).delete(name)) return;
      waiting.add(clientId);
      flush();
    },
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
