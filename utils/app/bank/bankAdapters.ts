import type { Adapter } from '@/utils/adapters/schema';
import type { Policy } from '@/utils/platform/policy';
import { type Envelope, envelope, type Keys, keysIn, signatureFault } from './envelope';
import { readText } from './readText';

/** Why an adapter that was set or kept is not in force. */
export type NotInForce =
  | 'garbled' // no envelope, or no adapter in it
  | 'noKeys' // the policy names no key by which it could be signed
  | 'unknownKey'
  | 'signature'
  | 'twice' // the policy has another of its id before it
  | 'bankHas'; // one of the user's own whose id the bank's has

/** An adapter that is not in force, and why. */
export interface Refused {
  /** What its author calls it; null where that cannot be read. */
  title: string | null;
  /** Its id where it is among the user's own, who may put it away; else null. */
  ownId: string | null;
  why: NotInForce;
}

/** An adapter of the bank's, with the envelope it came in. */
export interface BankAdapter {
  adapter: Adapter;
  envelope: Envelope;
}

/** What a policy makes of adapters. */
export interface Bank {
  adapters: readonly BankAdapter[];
  refused: readonly Refused[];
  keys: Keys;
  ownAdapters: boolean;
}

async function opened(entry: unknown, keys: Keys): Promise<BankAdapter | Refused> {
  const read = envelope.safeParse(entry);
  const inside = read.success ? readText(read.data.adapter) : null;
  if (!read.success || !inside?.ok) return { title: null, ownId: null, why: 'garbled' };
  const { adapter } = inside.value;
  const fault = await signatureFault(read.data, keys);
  return fault === null
    ? { adapter, envelope: read.data }
    : { title: adapter.title, ownId: null, why: fault };
}

/** The bank's adapters as a policy has them: those with a good signature, the first of each id. */
export async function bankOf({ adapters, adapterKeys, ownAdapters }: Policy): Promise<Bank> {
  const keys = await keysIn(adapterKeys);
  const inForce: BankAdapter[] = [];
  const refused: Refused[] = [];
  for (const one of await Promise.all(adapters.map((entry) => opened(entry, keys)))) {
    if ('why' in one) refused.push(one);
    else if (inForce.some(({ adapter }) => adapter.id === one.adapter.id))
      refused.push({ title: one.adapter.title, ownId: null, why: 'twice' });
    else inForce.push(one);
  }
  return { adapters: inForce, refused, keys, ownAdapters };
}
