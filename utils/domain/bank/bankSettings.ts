import * as z from 'zod/mini';

/*
 * What a bank sets beside adapters and prompts. Each setting stands for itself: one that cannot be read is not
 * in force and is named; what this version does not know is passed over.
 */

const origin = z.string().check(z.maxLength(200), z.regex(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/));

/** A public key on P-256 as OpenSSL writes it: SPKI in base64, which always begins alike, and a point of 64 bytes. */
const publicKey = z.string().check(z.regex(/^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE[A-Za-z0-9+/]{86}==$/));

/** Longest that a book may stand open without a hand on the computer, and in all. */
const lock = z.object({
  /** Whether a book must have a passphrase; one that has may not take it away. */
  required: z.optional(z.boolean()),
  /** So many days after that was first heard one may go on without. */
  graceDays: z.optional(z.int().check(z.gte(0), z.lte(30))),
  idleMinutes: z.optional(z.int().check(z.gte(1), z.lte(240))),
  deadlineHours: z.optional(z.int().check(z.gte(1), z.lte(24))),
});

const sync = z.object({
  allowed: z.optional(z.boolean()),
  url: z.optional(z.string().check(z.maxLength(500), z.regex(/^https:\/\/[^\s?#@]+$/))),
  /** As CouchDB allows it. */
  database: z.optional(z.string().check(z.maxLength(200), z.regex(/^[a-z][a-z0-9_$()+/-]*$/))),
});

/** The settings by their names in the policy. */
export const BANK_SETTINGS = {
  /** The only CRMs that may be connected, by scheme, host and port. */
  crmOrigins: z.array(origin).check(z.maxLength(50)),
  /** Where the panel may stand: in the CRM's page and beside it, or beside it alone. */
  surface: z.enum(['any', 'sidePanelOnly']),
  lock,
  /** Files with clients in them: as users like, noted in the trail, or none. */
  exports: z.enum(['allowed', 'audited', 'off']),
  /** How long what was noted of a client is kept after the last contact. */
  retentionDays: z.int().check(z.gte(30), z.lte(36_500)),
  /** The bank's public key to which a book's key may be wrapped, so that the bank can open it. */
  recoveryKey: publicKey,
  sync,
  /** A number that is higher than the one last seen wipes what Zhibi holds in this profile, once. */
  wipeEpoch: z.int().check(z.gte(0), z.lte(1_000_000)),
} as const;

export type BankSettingName = keyof typeof BANK_SETTINGS;

const bankSettings = z.partial(z.object(BANK_SETTINGS));
/** What the bank has set; what is not there is the user's. */
export type BankSettings = z.infer<typeof bankSettings>;

export const NAMES = Object.keys(BANK_SETTINGS).filter(
  (name): name is BankSettingName => name in BANK_SETTINGS,
);

/** What is in force, and the names of what cannot be read. */
export interface BankReading {
  bank: BankSettings;
  garbled: readonly BankSettingName[];
}

export const NO_BANK: BankReading = { bank: {}, garbled: [] };

/** Reads what a policy says of them. */
export function bankIn(said: Readonly<Record<string, unknown>>): BankReading {
  const named = NAMES.filter((name) => said[name] !== undefined);
  const garbled = named.filter((name) => !BANK_SETTINGS[name].safeParse(said[name]).success);
  const sound = named.filter((name) => !garbled.includes(name));
  return { bank: bankSettings.parse(Object.fromEntries(sound.map((name) => [name, said[name]]))), garbled };
}

/** Whether a CRM may be connected; any may where the bank names none. */
export const mayConnect = ({ crmOrigins }: BankSettings, where: string): boolean =>
  crmOrigins === undefined || crmOrigins.includes(where);
