import type { Money } from './schema/money';
import type { CivilDay } from './schema/time';

/**
 * A sentence to be said in the reader's language: the key of a locale entry and what fills its
 * places. Domain code never holds words a user reads.
 */
export interface Message {
  key: string;
  args: readonly MessageArg[];
}

/** Filled in by the screen: days as people say them, money in 万/亿, other messages in place. */
export type MessageArg = string | number | { day: CivilDay } | { money: Money } | { message: Message };

/** Short form of a message. */
export const say = (key: string, ...args: MessageArg[]): Message => ({ key, args });
