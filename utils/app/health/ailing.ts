import { lostFields, type PageHealth, unreadSince } from '@/utils/adapters/health';
import { CLIENT_KINDS } from '@/utils/domain/schema/client';
import type { CivilDay, Instant } from '@/utils/domain/schema/time';
import type { ListedAdapter } from '../optionsPort';

/** What is not right with an adapter over all its pages and kinds of client; null where all is well. */
export function ailingOf(
  list: readonly PageHealth[],
  adapter: string,
  dayAt: (at: Instant) => CivilDay,
): ListedAdapter['ailing'] {
  const pages = list.filter((one) => one.adapter === adapter);
  const lost = pages.flatMap((page) =>
    CLIENT_KINDS.flatMap((kind) => lostFields(page, kind).filter(({ quiet }) => !quiet)),
  );
  const [unread] = pages.flatMap((page) => unreadSince(page) ?? []).sort((a, b) => a - b);
  const [since] = [...lost.map((field) => field.since), ...(unread === undefined ? [] : [unread])].sort(
    (a, b) => a - b,
  );
  if (since === undefined) return null;
  return {
    unread: unread === undefined ? null : dayAt(unread),
    lost: [...new Set(lost.map(({ key }) => key))],
    since: dayAt(since),
  };
}
