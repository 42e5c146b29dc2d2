import { addDays, daysBetween, onWorkday } from './calendar';
import type { Channel, Day, Holding, PastContact, ServiceLevel } from './model';
import type { Random } from './random';

/** How an RM really spreads attention: most clients get their rhythm, some none, some too much. */
export type Attention = 'steady' | 'sporadic' | 'neglected' | 'overVisited' | 'never';

/** The bank's own history reaches back eighteen months. */
const HISTORY_DAYS = 548;

const MEAN_GAP: Record<ServiceLevel, number> = { 私行: 18, 财富: 32, 金卡: 55, 普卡: 80 };

const CHANNELS: Record<'individual' | 'company', readonly (readonly [Channel, number])[]> = {
  individual: [
    ['phone', 46],
    ['wechat', 18],
    ['branch', 13],
    ['meeting', 11],
    ['sms', 6],
    ['email', 4],
    ['video', 2],
  ],
  company: [
    ['phone', 34],
    ['meeting', 33],
    ['email', 13],
    ['wechat', 11],
    ['branch', 6],
    ['video', 3],
  ],
};

export function inventAttention(random: Random): Attention {
  return random.weighted<Attention>([
    ['steady', 62],
    ['neglected', 16],
    ['sporadic', 12],
    ['overVisited', 7],
    ['never', 3],
  ]);
}

export interface ContactsInput {
  recordId: string;
  today: Day;
  opened: Day;
  kind: 'individual' | 'company';
  serviceLevel: ServiceLevel;
  attention: Attention;
  /** Who noted the contacts, in order of frequency. */
  staff: readonly [string, ...string[]];
  texts: Record<Channel, readonly string[]>;
  holdings: readonly Holding[];
  contactPersons: readonly string[];
}

/** Gaps in days from one contact to the one before it, counted back from today. */
function daysAgo(random: Random, attention: Attention, level: ServiceLevel): number[] {
  if (attention === 'never') return [];
  const mean = attention === 'overVisited' ? 7 : MEAN_GAP[level] * (attention === 'sporadic' ? 2.2 : 1);
  const first = attention === 'neglected' ? random.int(150, 400) : random.int(1, Math.round(mean * 1.4));
  const days: number[] = [];
  for (let ago = first; ago <= HISTORY_DAYS; ago += Math.max(2, Math.round(mean * (0.5 + random.next()))))
    days.push(ago);
  return days;
}

/** Words contacts of one client: never the same text twice running, no slot that cannot be filled. */
function wording(random: Random, input: ContactsInput): (channel: Channel) => string {
  const held = input.holdings.filter(({ kind }) => kind !== 'loan');
  const names = (holdings: readonly Holding[]) => holdings.map(({ name }) => name);
  const slots: Record<string, readonly string[]> = {
    '{holding}': names(held),
    '{termed}': names(held.filter(({ kind, maturity }) => maturity !== null && kind !== 'insurance')),
    '{netValue}': names(held.filter(({ kind }) => kind === 'wealth' || kind === 'fund')),
    '{contact}': input.contactPersons,
  };
  const unusable = Object.keys(slots).filter((slot) => slots[slot]?.length === 0);
  let last = '';
  return (channel) => {
    const fillable = input.texts[channel].filter((text) => !unusable.some((slot) => text.includes(slot)));
    const fresh = fillable.filter((text) => text !== last);
    last = random.pick(fresh.length > 0 ? fresh : fillable);
    return Object.entries(slots).reduce(
      (text, [slot, words]) => (text.includes(slot) ? text.replaceAll(slot, random.pick(words)) : text),
      last,
    );
  };
}

/**
 * The past contacts of one client, newest first. Contacts fall on workdays except messages, and
 * never before the account was opened. How many random numbers are drawn does not depend on today.
 */
export function inventContacts(random: Random, input: ContactsInput): PastContact[] {
  const write = wording(random, input);
  const invented = daysAgo(random, input.attention, input.serviceLevel).map((ago) => {
    const channel = random.weighted(CHANNELS[input.kind]);
    const minute = random.chance(0.6) ? random.int(9 * 12, 17 * 12 + 6) * 5 : null;
    const by = random.weighted(input.staff.map((name, place) => [name, place === 0 ? 9 : 1] as const));
    const text = write(channel);
    const day = addDays(input.today, -ago);
    const anyDay = channel === 'wechat' || channel === 'sms';
    return { day: anyDay ? day : onWorkday(day), minute, channel, by, text };
  });
  const kept = invented
    .filter(({ day }) => daysBetween(input.opened, day) >= 0)
    .sort((a, b) => b.day.localeCompare(a.day) || (b.minute ?? 0) - (a.minute ?? 0));
  return kept.map((contact, place) => ({
    id: `${input.recordId}-${String(kept.length - place).padStart(3, '0')}`,
    ...contact,
  }));
}
