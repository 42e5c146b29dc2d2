import { browser } from 'wxt/browser';
import type { PanelReply } from '@/utils/messaging/content';
import type { TEACHING, TeachOrder, TeachReport } from '@/utils/messaging/teach';

/** The schema of the line is too heavy for the page; its name is held to it by its type. */
const NAME: typeof TEACHING = 'teach';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Checks by hand what no schema library can check here. The wizard is ours and has compiled the adapter
 * itself; what is looked for is an order of another version.
 */
function isOrder(message: unknown): message is TeachOrder {
  if (!isObject(message)) return false;
  const { kind, n, what, adapter } = message;
  if (kind === 'outline') return n === null || typeof n === 'number';
  if (kind === 'pick') return what === undefined || what === 'number';
  if (kind === 'try') return isObject(adapter) && Array.isArray(adapter['pages']);
  return kind === 'read' || kind === 'stopPicking' || kind === 'end';
}

/** One wizard's line to this page. */
export interface Line {
  tell(report: TeachReport): void;
  close(): void;
}

export interface LinePorts {
  opened(line: Line): void;
  obey(order: TeachOrder): void;
  /** The wizard has gone, or the extension behind it. */
  closed(): void;
}

/** Waits for the wizard's line: one of our own extension's, of its name, and the newest of these. */
export function awaitLine({ opened, obey, closed }: LinePorts, signal: AbortSignal): void {
  let current: Line | null = null;
  const accept = (port: ReturnType<typeof browser.runtime.connect>): void => {
    if (port.name !== NAME || port.sender?.id !== browser.runtime.id) return;
    const before = current;
    const line: Line = {
      tell(report) {
        try {
          port.postMessage(report);
        } catch {
          if (current === line) closed();
        }
      },
      close: () => port.disconnect(),
    };
    current = line;
    before?.close();
    port.onMessage.addListener((message: unknown) => {
      if (current === line && isOrder(message)) obey(message);
    });
    port.onDisconnect.addListener(() => {
      if (current === line) closed();
    });
    opened(line);
  };
  browser.runtime.onConnect.addListener(accept);
  signal.addEventListener('abort', () => {
    const last = current;
    current = null;
    if (browser.runtime?.id === undefined) return;
    browser.runtime.onConnect.removeListener(accept);
    last?.close();
  });
}

/** Asks for the address of the wizard's frame; null also where nobody answers. */
export async function askForFrame(): Promise<PanelReply> {
  const reply: unknown = await browser.runtime.sendMessage({ kind: 'content.teach' }).catch(() => null);
  return isObject(reply) && typeof reply['src'] === 'string' ? { src: reply['src'] } : null;
}
