import { browser } from 'wxt/browser';
import { TEACHING, type TeachOrder, type TeachReport, teachReport } from '@/utils/messaging/teach';

/** The page may take so long to answer: it is read in slices, and tried until it is at rest. */
const PATIENCE_MS = 15_000;

type Report<Kind extends TeachReport['kind']> = Extract<TeachReport, { kind: Kind }>;

const isOf = <Kind extends TeachReport['kind']>(report: TeachReport, kind: Kind): report is Report<Kind> =>
  report.kind === kind;

/** A line to the reader of strange pages in a tab, which goes when the line ends. */
export function lineTo(tabId: number) {
  const port = browser.tabs.connect(tabId, { name: TEACHING, frameId: 0 });
  return {
    /** The next report of a kind; null where none comes. */
    ask<Kind extends TeachReport['kind']>(order: TeachOrder, kind: Kind): Promise<Report<Kind> | null> {
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(null), PATIENCE_MS);
        port.onDisconnect.addListener(() => {
          void browser.runtime.lastError;
          clearTimeout(timer);
          resolve(null);
        });
        port.onMessage.addListener((message: unknown) => {
          const read = teachReport.safeParse(message);
          if (!read.success || !isOf(read.data, kind)) return;
          clearTimeout(timer);
          resolve(read.data);
        });
        port.postMessage(order);
      });
    },
    end: () => port.disconnect(),
  };
}

export type ReaderLine = ReturnType<typeof lineTo>;
