import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Channel, Contact } from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import { byMonth, findEntries } from '@/utils/domain/timeline/browse';
import type { TimelineEntry } from '@/utils/domain/timeline/entry';
import { isPending } from '@/utils/domain/timeline/timeline';
import { copyContact } from '../../carry/copyContact';
import { amendingDraft, outcomeDraft } from '../../log/drafts';
import { Button } from '../../ui/Button';
import { isShortcut } from '../../ui/keys';
import { useKeyDown } from '../../ui/useKeyDown';
import { t } from '../../ui/words';
import type { Desk, ShownClient } from '../desk';
import { Section } from '../Section';
import { headline } from './contactWords';
import type { EntryDeeds } from './Entry';
import { Filter } from './Filter';
import { Months, monthId } from './Months';
import { firstOf } from './months';
import { Strip } from './Strip';
import './history.css';

interface Props {
  timeline: readonly TimelineEntry[];
  /** The client is past its due day. */
  late: boolean;
  client: ShownClient;
  today: CivilDay;
  desk: Desk;
}

/** Entries shown until someone asks for more: what follows below must stay within reach. */
const LATEST = 5;
/** Entries drawn at first, once asked for, and added each time the end comes into sight. */
const PORTION = 30;

/** From how many entries on a filter and a search are worth their place. */
const FILTER_FROM = 5;

function useEntryDeeds({ client, today, desk }: Omit<Props, 'timeline' | 'late'>): EntryDeeds {
  const { session, deeds, port } = desk;
  const { subject, name, kind } = client;
  return useMemo(() => {
    const who = { subject, name, kind };
    const entered = ({ clientId, id: contactId }: Contact, is: boolean) => {
      const said = is ? t('history.entered.yes') : t('history.entered.no');
      void deeds.perform({ do: 'markEntered', clientId, contactId, entered: is }, said);
    };
    return {
      copy: async (contact) => {
        const wrong = await copyContact(port, contact, name);
        if (wrong !== null) return deeds.say(wrong, true);
        const { origin, state, enteredInCrm } = contact;
        const pending = origin === 'own' && state === 'done' && !enteredInCrm;
        const mark = { label: t('history.entered.mark'), take: () => entered(contact, true) };
        deeds.say(t('log.copied', headline(contact)), false, pending ? mark : undefined);
      },
      amend: (contact) => session.open(amendingDraft(who, contact)),
      conclude: (contact) => session.open(outcomeDraft(who, contact, today)),
      markEntered: entered,
    };
  }, [session, deeds, port, subject, name, kind, today]);
}

/** Copies the latest entry that the bank's CRM has not got, by one key. */
export const COPY_KEY = 'C';

function useCopyKey(pending: readonly TimelineEntry[], deeds: EntryDeeds): void {
  useKeyDown((event) => {
    const [latest] = pending;
    if (!latest || event.key.toUpperCase() !== COPY_KEY || !isShortcut(event)) return;
    event.preventDefault();
    deeds.copy(latest.contact);
  });
}

/** What happened before: by month, filtered by channel and words. */
export function History({ timeline, late, client, today, desk }: Props) {
  const [channel, setChannel] = useState<Channel | null>(null);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [count, setCount] = useState(PORTION);
  const [month, setMonth] = useState<string | null>(null);
  const [onlyPending, setOnlyPending] = useState(false);
  const deeds = useEntryDeeds({ client, today, desk });
  const pending = useMemo(() => timeline.filter(isPending), [timeline]);
  useCopyKey(pending, deeds);

  const matching = useMemo(() => {
    const found = new Set(findEntries(timeline, { channel, text: query }));
    const named = query.trim().toLowerCase();
    const isNamed = ({ contact }: TimelineEntry) =>
      named !== '' &&
      (channel === null || contact.channel === channel) &&
      headline(contact).toLowerCase().includes(named);
    const among = onlyPending ? pending : timeline;
    return among.filter((entry) => found.has(entry) || isNamed(entry));
  }, [timeline, pending, onlyPending, channel, query]);
  const all = useMemo(() => byMonth(matching), [matching]);
  // Whoever filters or searches wants to see all that is found.
  const whole = open || onlyPending || channel !== null || query.trim() !== '';
  const shown = whole ? count : LATEST;
  const months = useMemo(() => firstOf(all, shown), [all, shown]);
  const onMore = useCallback(() => setCount((shown) => shown + PORTION), []);

  // A new search begins at its top: it must not draw as far down as the last one was scrolled.
  const restart =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setCount(PORTION);
      set(value);
    };

  const onMonth = (wanted: string) => {
    setChannel(null);
    setQuery('');
    setOnlyPending(false);
    setOpen(true);
    const upTo = timeline.findLastIndex(({ contact }) => contact.day.startsWith(wanted));
    setCount((shown) => Math.max(shown, upTo + PORTION));
    setMonth(wanted);
  };
  useEffect(() => {
    if (month === null) return;
    document.getElementById(monthId(month))?.scrollIntoView({ block: 'start' });
    setMonth(null);
  }, [month]);

  return (
    <Section
      id="history"
      title={t('history.title')}
      count={timeline.length > 0 ? timeline.length : undefined}
      action={
        open && (
          <Button kind="link" onClick={() => setOpen(false)}>
            {t('history.latest')}
          </Button>
        )
      }
    >
      {timeline.length > 0 && <Strip entries={timeline} today={today} late={late} onMonth={onMonth} />}
      {timeline.length >= FILTER_FROM && (
        <Filter
          entries={timeline}
          channel={channel}
          onChannel={restart(setChannel)}
          query={query}
          onQuery={restart(setQuery)}
          pending={pending.length}
          onlyPending={onlyPending}
          onPending={restart(setOnlyPending)}
          found={matching.length}
        />
      )}
      {timeline.length === 0 && <p class="quiet">{t('history.none')}</p>}
      {timeline.length > 0 && matching.length === 0 && <p class="quiet">{t('history.noneFound')}</p>}
      <Months
        months={months}
        more={whole && matching.length > count}
        onMore={onMore}
        today={today}
        deeds={deeds}
      />
      {!whole && timeline.length > LATEST && (
        <Button kind="link" onClick={() => setOpen(true)}>
          {t('history.all', timeline.length)}
        </Button>
      )}
    </Section>
  );
}
