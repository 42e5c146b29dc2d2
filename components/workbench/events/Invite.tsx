import { useMemo, useState } from 'preact/hooks';
import { MAX_GUESTS } from '@/utils/app/command';
import { EVENT_FORMS } from '@/utils/app/eventForms';
import type { Brief } from '@/utils/domain/brief';
import { byName, type Candidate } from '@/utils/domain/event/candidate';
import { GUEST_FILTERS, type GuestFilter, letsThrough } from '@/utils/domain/event/narrow';
import type { ClientId } from '@/utils/domain/schema/ids';
import { Button } from '../../ui/Button';
import { phrase, t } from '../../ui/words';
import type { Desk } from '../desk';
import { Filters } from '../Filters';
import { SearchField } from '../SearchField';
import { useBookRows } from '../useBookRows';
import { useFinder } from '../useFinder';
import { Closed } from './Closed';
import { type Gathering, noteGuests } from './gathering';
import { useHalf } from './half';

/** Most lines drawn; a longer list is narrowed. */
const MOST = 200;

interface Props {
  gathering: Gathering;
  briefs: readonly Brief[];
  desk: Desk;
}

function about({ tier, classes, prospect, stages }: Candidate): string {
  return [
    tier,
    prospect ? t('eventPage.filter.prospects') : null,
    ...classes.map((tag) => t(`class.${tag}`)),
    ...stages.map((stage) => t('eventPage.child', phrase(`sort.stage.${stage}`))),
  ]
    .filter(Boolean)
    .join(' · ');
}

const filterWord = (filter: GuestFilter): string => {
  if (filter === 'all' || filter === 'children' || filter === 'prospects')
    return t(`eventPage.filter.${filter}`);
  return filter.length === 1 ? phrase(`tier.${filter.toLowerCase()}`) : phrase(`class.${filter}`);
};

function Choosing(props: Props & { candidates: readonly Candidate[] }) {
  const { gathering, candidates, briefs, desk } = props;
  const today = desk.port.today.value;
  const ahead = gathering.day > today;
  const stages =
    desk.port.settings.value.events?.find(
      ({ name, until }) => name === gathering.name && until === gathering.day,
    )?.stages ?? [];
  const [filter, setFilter] = useState<GuestFilter>(stages.length > 0 ? 'children' : 'all');
  const [typed, setTyped] = useState('');
  const half = useHalf(desk, `ticked|${gathering.id}`, EVENT_FORMS.ticked);
  const chosen: ReadonlySet<ClientId> = new Set(half.form.ids);
  const [busy, setBusy] = useState(false);
  const finder = useFinder(briefs, today);

  const guests = new Set(gathering.guests.map(({ clientId }) => clientId));
  // Who came, came: the gates stand before an invitation, not before what is put on file.
  const free = candidates.filter(({ id, closed }) => (closed === null || !ahead) && !guests.has(id));
  const found = useMemo(() => {
    const text = typed.trim();
    return text === '' ? null : new Set(finder.find(text).hits.map(({ brief }) => brief.clientId));
  }, [finder, typed]);
  const count = (each: GuestFilter) => free.filter((one) => letsThrough(each, one, stages)).length;
  const filters = GUEST_FILTERS.filter((each) => each === 'all' || each === filter || count(each) > 0);
  const rows = free.filter((one) => letsThrough(filter, one, stages) && (found?.has(one.id) ?? true));
  const shown = rows.slice(0, MOST);
  const wanted = free.filter(({ id }) => chosen.has(id));
  const all = shown.length > 0 && shown.every(({ id }) => chosen.has(id));

  const choose = (ids: readonly ClientId[], on: boolean) => {
    const others = [...chosen].filter((id) => !ids.includes(id));
    half.set({ ids: on ? [...others, ...ids] : others });
  };
  const save = async () => {
    setBusy(true);
    const result = ahead ? null : ('reached' as const);
    const outcome = await desk.deeds.perform(
      noteGuests(
        desk,
        gathering,
        wanted.map(({ id }) => ({ clientId: id, supersedes: null, result })),
      ),
      t(ahead ? 'eventPage.hasInvited' : 'eventPage.hasNoted', wanted.length),
    );
    setBusy(false);
    if (outcome.ok) half.end();
  };

  return (
    <>
      <Filters
        label={t('eventPage.narrow')}
        values={filters}
        chosen={filter}
        choose={(each) => setFilter(each)}
        word={filterWord}
        count={count}
      />
      <div class="gfind">
        <SearchField label={t('popup.find')} hint={t('popup.findHint')} value={typed} onInput={setTyped} />
        {shown.length > 0 && (
          <Button
            kind="link"
            onClick={() =>
              choose(
                shown.map(({ id }) => id),
                !all,
              )
            }
          >
            {all ? t('eventPage.chooseNone') : t('eventPage.chooseAll', shown.length)}
          </Button>
        )}
      </div>
      {shown.length === 0 && <p class="evquiet">{t('workbench.book.noneFits')}</p>}
      <ul class="gcandidates">
        {shown.map((one) => (
          <li key={one.id}>
            <label>
              <input
                type="checkbox"
                autocomplete="off"
                checked={chosen.has(one.id)}
                onChange={(event) => choose([one.id], event.currentTarget.checked)}
              />
              <b>{one.name}</b> {about(one) !== '' && <span class="evquiet">{about(one)}</span>}
            </label>
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p class="evquiet">{t('workbench.book.more', rows.length - MOST)}</p>}
      <div class="evdeeds">
        <Button
          kind={wanted.length > 0 ? 'go' : 'plain'}
          disabled={busy || wanted.length === 0 || wanted.length > MAX_GUESTS}
          onClick={() => void save()}
        >
          {t(ahead ? 'eventPage.invite' : 'eventPage.noteCame', wanted.length)}
        </Button>
        {wanted.length > MAX_GUESTS && <span class="evquiet">{t('eventPage.tooMany', MAX_GUESTS)}</span>}
      </div>
      {ahead && <Closed candidates={candidates.filter(({ closed }) => closed !== null)} desk={desk} />}
    </>
  );
}

/** Whom of the book to invite; once the day has come, who came without having been on the list. */
export function Invite(props: Props) {
  const { gathering, briefs, desk } = props;
  const ahead = gathering.day > desk.port.today.value;
  const read = useBookRows(desk, briefs, desk.port.candidates, byName);
  return (
    <section class="gpart" aria-labelledby="event-invite">
      <h4 id="event-invite">{t(ahead ? 'eventPage.whom' : 'eventPage.whoElse')}</h4>
      {read.state === 'loading' && (
        <p class="evquiet" role="status">
          {t('festivalPage.reading', String(read.progress.done), String(briefs.length))}
        </p>
      )}
      {read.state === 'error' && <p class="evquiet">{t('festivalPage.notRead')}</p>}
      {read.state === 'ready' && <Choosing {...props} candidates={read.rows} />}
    </section>
  );
}
