import * as z from 'zod/mini';
import { order, outcome, subject } from '@/utils/app/command';
import { draft } from '@/utils/app/draft';
import { formsOwner, rawForms } from '@/utils/app/halfForms';
import { screen } from '@/utils/app/invitations';
import { strangeness } from '@/utils/app/strangeness';
import { fieldKey } from '@/utils/domain/schema/client';
import { instant } from '@/utils/domain/schema/time';

/** Far more than any adapter has; what is longer is not looked at. */
const MAX_ADAPTER_JSON = 256 * 1024;

/**
 * Our own pages → background. The receiver parses each message and checks that its sender is a page
 * of this extension (`isOwnPage`); everything else is dropped unanswered.
 */
export const pageMessage = z.discriminatedUnion('kind', [
  /** The panel in a page says which invitation it holds; answered with the tab it belongs to. */
  z.strictObject({ kind: z.literal('claim'), nonce: z.string().check(z.regex(/^[0-9a-f]{32}$/)) }),
  z.strictObject({ kind: z.literal('order'), order }),
  z.strictObject({ kind: z.literal('saveDraft'), draft }),
  z.strictObject({ kind: z.literal('discardDraft'), subject }),
  /** Half-filled forms of a client's facts or of events, all that there are; none where none are left. */
  z.strictObject({ kind: z.literal('saveForms'), of: formsOwner, forms: rawForms }),
  /** The panel asks to be folded to its tab. */
  z.strictObject({ kind: z.literal('foldPanel') }),
  /** The popup asks to fold or unfold the panel in a tab. */
  z.strictObject({ kind: z.literal('togglePanel'), tabId: z.int() }),
  /** The permission for `origin` has been granted; register its script, and start it in `tabId`. */
  z.strictObject({ kind: z.literal('connect'), origin: z.string(), tabId: z.nullable(z.int()) }),
  z.strictObject({ kind: z.literal('disconnect'), origin: z.string() }),
  /** How strange the page in a tab is: whether there is anything to teach. */
  z.strictObject({ kind: z.literal('strangeness'), tabId: z.int() }),
  /** Since when the page of a tab that shows nobody is not understood any more. */
  z.strictObject({ kind: z.literal('unread'), tabId: z.int() }),
  /** Starts the wizard that teaches Zhibi the CRM in a tab, or goes on where it stood. */
  z.strictObject({ kind: z.literal('teach'), tabId: z.int() }),
  /** Ends it; what was not kept is lost. */
  z.strictObject({ kind: z.literal('stopTeaching'), tabId: z.int() }),
  /** Keeps what a tab was taught: an adapter's JSON. Open pages of that CRM start with it at once. */
  z.strictObject({
    kind: z.literal('keepTaught'),
    tabId: z.int(),
    json: z.string().check(z.maxLength(MAX_ADAPTER_JSON)),
  }),
  /**
   * Fields are not found any more on a tab's page: look for them elsewhere, take what was found, take that
   * back, hear no more of what is lost, or of what was found.
   */
  z.strictObject({
    kind: z.literal('mend'),
    tabId: z.int(),
    do: z.enum(['look', 'keep', 'undo', 'hush', 'dismiss']),
  }),
  /** The options page has replaced or mended the whole book. */
  z.strictObject({ kind: z.literal('bookReplaced') }),
  /** The book is to leave behind, on the disk, whatever was ever deleted in it. */
  z.strictObject({ kind: z.literal('deepErase') }),
  /** The user leaves: all that there is goes, and everything starts anew. */
  z.strictObject({ kind: z.literal('leave') }),
  /** Locks the book, if it has a passphrase. */
  z.strictObject({ kind: z.literal('lock') }),
  z.strictObject({ kind: z.literal('sample'), do: z.enum(['add', 'remove']) }),
  /** A page of ours has written to the book itself: a file was brought in. */
  z.strictObject({ kind: z.literal('bookChanged') }),
  /** Checks the store: shallow, or every hash, part and row. */
  z.strictObject({ kind: z.literal('verify'), deep: z.boolean() }),
  /** Brings the book in step with its server now; answered when that has ended. */
  z.strictObject({ kind: z.literal('sync') }),
]);
export type PageMessage = z.infer<typeof pageMessage>;

const claimed = z.strictObject({ tabId: z.int(), documentId: z.string(), screen });
const refused = z.strictObject({ refused: z.string() });
const verdict = z.strictObject({
  intact: z.boolean(),
  entries: z.int(),
  rows: z.int(),
  findings: z.array(z.string()),
});
/** What is wrong with an adapter, each problem with its place. */
const problems = z.strictObject({
  problems: z.array(z.strictObject({ path: z.string(), problem: z.string() })),
});
/** Where lost fields seem to stand now, in the page's own words, and which of them nowhere. */
const foundAgain = z.strictObject({
  found: z.array(z.strictObject({ key: fieldKey, label: z.string(), text: z.string() })),
  lost: z.array(fieldKey),
});
const plainDone = z.strictObject({ done: z.literal(true) });

/** What the background answers, by kind; `refused` says why in one word. */
export const pageReply = {
  claim: z.union([claimed, refused]),
  order: outcome,
  saveDraft: z.union([plainDone, refused]),
  discardDraft: z.union([plainDone, refused]),
  saveForms: z.union([plainDone, refused]),
  foldPanel: z.union([plainDone, refused]),
  togglePanel: z.union([plainDone, refused]),
  connect: z.union([plainDone, refused]),
  disconnect: z.union([plainDone, refused]),
  strangeness: z.strictObject({ strangeness }),
  unread: z.strictObject({ since: z.nullable(instant) }),
  teach: z.union([plainDone, refused]),
  stopTeaching: z.union([plainDone, refused]),
  keepTaught: z.union([plainDone, problems, refused]),
  mend: z.union([plainDone, foundAgain, refused]),
  bookReplaced: z.union([plainDone, refused]),
  deepErase: z.union([plainDone, refused]),
  leave: z.union([plainDone, refused]),
  lock: z.union([plainDone, refused]),
  sample: z.union([z.strictObject({ clients: z.int(), entries: z.int() }), refused]),
  bookChanged: z.union([plainDone, refused]),
  verify: z.union([verdict, refused]),
  sync: z.union([plainDone, refused]),
} as const;

export type PageReply<Kind extends PageMessage['kind']> = z.infer<(typeof pageReply)[Kind]>;
