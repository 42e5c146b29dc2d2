import { browserLayout } from '@/utils/adapters/generic/browserLayout';
import { readInSlices } from '@/utils/adapters/generic/idle';
import { type PageReading, readingSteps } from '@/utils/adapters/generic/readAnyPage';
import { type Memory, printOf, remember } from '@/utils/adapters/generic/reading';
import { joinUnaided, marksOf, type Unaided, unaidedCandidate } from '@/utils/adapters/generic/unaided';
import { isOnPage, isSaid, type Mark, marksAt } from '@/utils/adapters/marks';
import type { BeginUnaided } from '@/utils/adapters/unaidedHook';
import { isVisible } from '@/utils/adapters/visible';

/** Between two readings at least so long, and longer on pages that take long. */
const PAUSE_MS = 400;
const REST = 20;

/** A reading that is the same so long after the first one at an address is of a page that has arrived. */
const LASTING_MS = 700;

/** A page that never comes to rest is left alone after so long; the next change or click begins anew. */
const RESTLESS_MS = 20_000;

/** An address has been read often enough after so many readings that said the same. */
const ENOUGH = 3;

/** What component kits show while a page waits for answers. */
const BUSY =
  '[aria-busy="true"],[role="progressbar"],.el-loading-mask,.el-skeleton,.ant-spin-spinning,.ant-skeleton,.ivu-spin,.layui-layer-loading,.x-mask-loading,.slds-spinner,.MuiSkeleton-root,.MuiCircularProgress-root,.spinner-border,.placeholder-glow';

/** Whether the page says itself that not all is there yet. */
const isBusy = (document: Document): boolean =>
  document.readyState !== 'complete' || [...document.querySelectorAll(BUSY)].some(isVisible);

/** What a reading says of a client, to tell whether the next one says the same. */
const gist = ({ page, identity, name, fields }: PageReading): string =>
  JSON.stringify([page, identity?.id, name?.value, printOf(fields)]);

/** Reads the document for an adapter: soon after each new address, then again while it changes. */
export const beginUnaided: BeginUnaided = (document, adapter, changed, signal) => {
  let read: Unaided | null = null;
  /** Where a client's name and numbers stood when they were read, and what was written there. */
  let marks: readonly Mark[] = [];
  let memory: Memory | null = null;
  let address = '';
  let since = 0;
  let same = 0;
  let last = Number.NEGATIVE_INFINITY;
  let cost = 0;
  let isReading = false;
  let isOwn = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  /** A new address, or another name or number where they stood: what was read may be another's. */
  function arrive(): void {
    if (location.href === address && marks.every((mark) => isOnPage(mark) && isSaid(mark))) return;
    marks = [];
    address = location.href;
    since = performance.now();
    same = 0;
    read = null;
  }

  function plan(): void {
    if (isReading || signal.aborted) return;
    clearTimeout(timer);
    const pause = read ? Math.max(PAUSE_MS, cost * REST) : 0;
    timer = setTimeout(() => void readNow(), Math.max(0, last + pause - performance.now()));
  }

  async function readNow(): Promise<void> {
    isReading = true;
    const at = location.href;
    const from = performance.now();
    const reading = await readInSlices(
      document,
      () => readingSteps({ document, url: at, memory, ...browserLayout }),
      signal,
    );
    isReading = false;
    if (!reading) return;
    last = performance.now();
    cost = last - from;
    arrive();
    if (at !== address) {
      plan();
      return;
    }
    const isSame = read !== null && gist(read.reading) === gist(reading);
    same = isSame ? same + 1 : 0;
    const lasting = isSame && last - since >= LASTING_MS && !isBusy(document);
    const isNews = !read || !isSame || lasting !== read.lasting;
    read = { reading, lasting };
    marks = marksAt(marksOf(reading));
    // A page that is still filling may have called a client by the heading of one of its parts.
    if (lasting) memory = remember(reading, memory);
    if (isNews) {
      isOwn = true;
      changed();
      isOwn = false;
    }
    if (same < ENOUGH || (!lasting && last - since < RESTLESS_MS)) plan();
  }

  return {
    join(look) {
      arrive();
      // Asked because something may have changed; but not where the reading itself is what is new.
      if (!isOwn) {
        same = Math.min(same, ENOUGH - 1);
        plan();
      }
      return joinUnaided(look, adapter, read, document, address);
    },
    candidate: () => unaidedCandidate(adapter, location.href),
  };
};
