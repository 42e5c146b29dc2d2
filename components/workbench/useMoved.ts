import { useMemo } from 'preact/hooks';
import type { ContactId } from '@/utils/domain/schema/ids';
import type { Desk } from './desk';

/** Contacts that stand on another day now, of the whole book. */
export function useMoved(desk: Desk): ReadonlySet<ContactId> {
  const book = desk.port.book.value;
  const briefs = book.state === 'ready' ? book.briefs : null;
  return useMemo(() => new Set((briefs ?? []).flatMap(({ workload }) => workload?.moved ?? [])), [briefs]);
}
