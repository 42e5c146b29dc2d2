import { useEffect, useState } from 'preact/hooks';
import type { OptionsPort } from '@/utils/app/optionsPort';
import { t } from '../ui/words';
import type { OptionsDesk } from './desk';

type Outlook = Awaited<ReturnType<OptionsPort['retention']>>;

/** What the bank's days will take away next: said before it goes. */
export function RetentionNote({ desk: { port } }: { desk: OptionsDesk }) {
  const [outlook, setOutlook] = useState<Outlook>(null);
  const { retentionDays } = port.bank.value.bank;
  const locked = port.lock.state.value === 'locked';
  useEffect(() => {
    let left = false;
    if (!locked)
      void port
        .retention()
        .catch(() => null)
        .then((next) => !left && setOutlook(next));
    return () => {
      left = true;
    };
  }, [port, retentionDays, locked]);
  if (outlook === null) return null;
  const { day, before, contacts, notes, visits } = outlook;
  return (
    <p>
      {contacts + notes + visits === 0
        ? t('options.bank.erasesNothing', day)
        : t('options.bank.erasesNext', day, contacts, notes, visits, before)}
    </p>
  );
}
