import { useEffect, useState } from 'preact/hooks';
import type { ContactsView } from '@/utils/app/workloadPort';
import type { Span } from '@/utils/domain/workload/period';
import type { Desk } from './desk';

/** The contacts of a span, kept current. While another span is being read the former one's are not shown. */
export function useContacts(desk: Desk, { from, until }: Span): ContactsView {
  const key = `${from}|${until}`;
  const [known, setKnown] = useState<{ key: string; view: ContactsView }>({
    key,
    view: { state: 'loading' },
  });
  useEffect(
    () => desk.port.watchContacts({ from, until }, (view) => setKnown({ key, view })),
    [desk, from, until, key],
  );
  return known.key === key ? known.view : { state: 'loading' };
}
