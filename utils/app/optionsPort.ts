import type { ReadonlySignal } from '@preact/signals';
import type { BankReading } from '@/utils/domain/bank/bankSettings';
import type { Learned } from '@/utils/domain/nba/learning';
import type { Rule } from '@/utils/domain/nba/rule';
import type { Trial } from '@/utils/domain/nba/whatIf';
import type { Result } from '@/utils/domain/result';
import type { ClientKind, FieldKey } from '@/utils/domain/schema/client';
import type { LockedReading } from '@/utils/domain/schema/locked';
import type { Settings } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { AdapterSource, Barred } from './adapters';
import type { BackupPort } from './backup/backupPort';
import type { Refused } from './bank/bankAdapters';
import type { Problem } from './command';
import type { DeepErasePort } from './deepErase/port';
import type { LeavePort } from './leaving/port';
import type { LockPort } from './lock/lockPort';
import type { RetentionOutlook } from './out/retention';
import type { SyncDesk } from './sync/syncDesk';
import type { TrialFound, TrialProgress } from './whatIf';

/** The parts of the options page, each linkable by its hash. */
export const OPTIONS_SECTIONS = [
  'crm',
  'adapters',
  'cadence',
  'display',
  'template',
  'rules',
  'sale',
  'whatIf',
  'reminders',
  'sample',
  'lock',
  'backup',
  'restore',
  'sync',
  'data',
  'leave',
] as const;
export type OptionsSection = (typeof OPTIONS_SECTIONS)[number];

/** What became of a wish to connect: `refused` by the user at the browser's prompt, `byBank` by its policy. */
export type ConnectOutcome = 'connected' | 'refused' | 'byBank' | 'failed';

/** A CRM the user has connected. */
export interface ConnectedCrm {
  /** Scheme, host and port: `http://crm.bank.example:8080`. */
  origin: string;
  since: CivilDay;
  /** The names of the adapters that read its pages; none until one has recognised a page there. */
  adapters: readonly string[];
}

/** An adapter as the options page lists it. */
export interface ListedAdapter {
  id: string;
  title: string;
  version: string;
  author: string;
  /** Null where it may be for any host. */
  hosts: readonly string[] | null;
  from: AdapterSource;
  /** Since when the user has it; null for the bank's and for those that come with Zhibi. */
  since: CivilDay | null;
  off: boolean;
  /** Since when its pages, or some fields of theirs, are not read any more; null where all is well. */
  ailing: { unread: CivilDay | null; lost: readonly FieldKey[]; since: CivilDay } | null;
  /** The adapter as text, to be read and edited; with its signature where the bank has signed it. */
  json: string;
}

/** What the bank's policy says of adapters. */
export interface AdapterRules {
  /** What the bank has set or the user has kept and is not in force. */
  refused: readonly Refused[];
  /** Whether users may have adapters of their own. */
  ownAllowed: boolean;
}

/** What is wrong with an adapter: where (a path such as `pages.0.fields.2.key`), and what. */
export interface AdapterFault {
  path: string;
  problem: string;
  /** There where the bank does not let it be kept. */
  barred?: Barred;
}

/** What an editor has to know of an adapter that is sound. */
export interface SoundAdapter {
  id: string;
  title: string;
  pages: readonly { fields: readonly unknown[] }[];
  /** There where it leaves something to the generic reader. */
  unaided?: object | undefined;
  /** It came in an envelope; whether the signature is good is looked at when it is kept. */
  signed: boolean;
}

/** Why a page is not sure whose it is. */
export const TRIAL_DOUBTS = [
  'twoRoots',
  'twoIds',
  'twoNames',
  'mismatch',
  'unknownKind',
  'unreadable',
  'twoClients',
] as const;

/** What an adapter that is only being tried makes of one open page. */
export type TrialSeen =
  | {
      state: 'client';
      name: string;
      /** The record's number in the CRM. */
      recordId: string;
      kind: ClientKind;
      /** Fields read, then those with a text that cannot be made out as what the field is, then those not found. */
      found: readonly FieldKey[];
      odd: readonly FieldKey[];
      missing: readonly FieldKey[];
    }
  | { state: 'waiting' | 'none' }
  | { state: 'ambiguous'; why: (typeof TRIAL_DOUBTS)[number] }
  /** The tab lets no script in or does not answer: an error page, one put to sleep by the browser. */
  | { state: 'unreachable' };

/** An open page of a connected CRM that an adapter is for. */
export interface TrialPage {
  tabId: number;
  title: string;
  address: string;
  seen: TrialSeen;
}

/** What the book holds. */
export type BookCounts =
  | { state: 'counting' }
  | {
      state: 'counted';
      clients: number;
      /** Entries of the journal. */
      entries: number;
      /** How many of the clients belong to the sample book. */
      samples: number;
      quarantined: number;
      trouble: 'damaged' | 'readOnly' | null;
    }
  | { state: 'error'; code: 'damaged' | 'unavailable' | 'readOnly' };

/** The book's check of itself: every hash, every part, every row. */
export interface DeepVerdict {
  intact: boolean;
  entries: number;
  rows: number;
  /** What is wrong, in a developer's words and without client data; at most 20. */
  findings: readonly string[];
}

/** What the options page tells of a rule. */
export type RuleCard = Pick<Rule, 'id' | 'number' | 'owed' | 'putOff' | 'thresholds'>;

/** All the options page needs of the world. */
export interface OptionsPort {
  /** Whether the browser lets Zhibi notify. */
  mayNotify: ReadonlySignal<boolean>;
  /** Asks the user for it. Must be the first call of a click's handler, with no await before it. */
  askToNotify(): Promise<boolean>;
  /** Whether the bank lets reminders name nobody. */
  namelessReminders: ReadonlySignal<boolean>;
  today: ReadonlySignal<CivilDay>;
  /** Null until read. */
  settings: ReadonlySignal<Settings | null>;
  /** The starting values on this machine, for "reset". */
  startingSettings: Settings;
  /** Resolves to whether they are kept; every context hears of it, due dates are recomputed. */
  saveSettings(next: Settings): Promise<boolean>;
  /** Null until read; oldest first. */
  connections: ReadonlySignal<readonly ConnectedCrm[] | null>;
  /** As in the popup: the first call of a click's handler, and no await before `permissions.request`. */
  connect(origin: string): Promise<ConnectOutcome>;
  /** Gives the permission back and removes the script; notes stay. False if it did not work. */
  disconnect(origin: string): Promise<boolean>;
  /** Null until read; the bank's first, then the user's own. */
  adapters: ReadonlySignal<readonly ListedAdapter[] | null>;
  adapterRules: ReadonlySignal<AdapterRules>;
  /** An adapter's text may not be larger. */
  adapterMaxBytes: number;
  /** Whether a text is an adapter, and what is wrong with it; nothing is kept. */
  checkAdapter(json: string): Result<SoundAdapter, readonly AdapterFault[]>;
  /** Keeps a text as the user's own adapter, in place of the one of its id, if the bank lets it be. */
  keepAdapter(json: string): Promise<Result<{ title: string }, readonly AdapterFault[]>>;
  /**
   * What an adapter's text as it stands makes of every open page of a connected CRM that it is for. Nothing is
   * kept, and nothing changes in the pages. Null where the text is no adapter.
   */
  tryAdapter(json: string): Promise<readonly TrialPage[] | null>;
  /** Puts one of the user's own away. */
  dropAdapter(id: string): Promise<boolean>;
  switchAdapter(id: string, on: boolean): Promise<boolean>;
  counts: ReadonlySignal<BookCounts>;
  /** Adds the sample book, or removes every sample client with all that was noted of it; says how many. */
  sample(deed: 'add' | 'remove'): Promise<Result<{ clients: number; entries: number }, Problem>>;
  /** Checks the whole journal and every row; null if the store does not open. */
  verify(): Promise<DeepVerdict | null>;
  /** All rules, in the order of the method. */
  rules: readonly RuleCard[];
  /** What the bank has set beside adapters and prompts, and what of it cannot be read. */
  bank: ReadonlySignal<BankReading>;
  /** What will be erased next under the bank's policy; null where it says nothing of it, or the book does not open. */
  retention(): Promise<RetentionOutlook | null>;
  /** What the bank has set of the prompts, and what of its policy cannot be read. */
  locked: ReadonlySignal<LockedReading>;
  /** How prompts were answered so far, by rule. */
  learned: ReadonlySignal<Learned>;
  /** Forgets the answers to the prompts of one rule, or of all. */
  forgetLearned(rule: string | null): Promise<boolean>;
  /** Puts forgotten answers back. */
  restoreLearned(learned: Learned): Promise<boolean>;
  /** The RM keeps a rule that was often not relevant. */
  keepRule(rule: string): Promise<boolean>;
  /** Plans the whole book for a try; nothing is opened and nothing written. Null where it cannot be read. */
  tryBook(
    trial: Trial,
    signal: AbortSignal,
    tell: (progress: TrialProgress) => void,
  ): Promise<TrialFound | null>;
  lock: LockPort;
  backup: BackupPort;
  deepErase: DeepErasePort;
  /** What synchronisation needs; its code is loaded only now. */
  sync(): Promise<SyncDesk>;
  /** What leaving needs; its code is loaded only now. */
  leave(): Promise<LeavePort>;
}
