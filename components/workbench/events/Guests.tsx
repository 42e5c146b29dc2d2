import { useState } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import { addDays } from '@/utils/domain/day';
import type { EventGuest } from '@/utils/domain/event/groupEvents';
import type { ContactId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { Chip, type Tone } from '../../ui/Chip';
import { DateField, quickDays } from '../../ui/DateField';
import { Segmented } from '../../ui/Segmented';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { type Gathering, noteGuests } from './gathering';

type Came = 'came' | 'absent';
const RESULT = { came: 'reached', absent: 'noAnswer' } as const;
const TONE: Readonly<Record<EventGuest['standing'], Tone>> = {
  invited: 'plain',
  came: 'good',
  absent: 'plain',
  declined: 'plain',
};

interface Props {
  gathering: Gathering;
  briefs: readonly Brief[];
  desk: Desk;
}

/** What was said to everybody who came, and what comes next. */
function useSaid(desk: Desk) {
  const [words, setWords] = useState('');
  const [next, setNext] = useState('');
  const [due, setDue] = useState<CivilDay | null>(null);
  const text = next.trim();
  const nextStep =
    text === '' && due === null ? null : { text: text === '' ? t('log.nextStepFallback') : text, due };
  const today = desk.port.today.value;
  const form = (
    <>
      <TextField label={t('eventPage.note')} maxLength={500} value={words} onInput={setWords} />
      <div class="gnext">
        <TextField label={t('log.nextStep')} maxLength={200} value={next} onInput={setNext} />
        <DateField
          label={t('eventPage.nextDay')}
          value={due}
          onChange={setDue}
          quick={quickDays(today)}
          min={addDays(today, 1)}
          clearable
          showLabel
        />
      </div>
    </>
  );
  const clear = () => {
    setWords('');
    setNext('');
    setDue(null);
  };
  return { said: { words, nextStep }, form, clear };
}

/** The guests of an event: who declined, and once its day has come, who came. Nobody is taken for having come. */
export function Guests({ gathering, briefs, desk }: Props) {
  const today = desk.port.today.value;
  const ahead = gathering.day > today;
  const [marks, setMarks] = useState<ReadonlyMap<ContactId, Came>>(new Map());
  const [busy, setBusy] = useState(false);
  const { said, form, clear } = useSaid(desk);
  const names = new Map(briefs.map(({ clientId, name }) => [clientId, name]));
  const open = gathering.guests.filter(({ standing }) => standing === 'invited');
  const marked = open.flatMap((guest) => {
    const came = marks.get(guest.contactId);
    return came ? [{ guest, came }] : [];
  });

  const mark = (id: ContactId, came: Came | null) =>
    setMarks((before) => {
      const after = new Map(before);
      if (came === null) after.delete(id);
      else after.set(id, came);
      return after;
    });
  const decline = ({ clientId, contactId }: EventGuest) =>
    desk.deeds.perform(
      noteGuests(desk, { ...gathering, day: today, minute: null }, [
        { clientId, supersedes: contactId, result: 'declined' },
      ]),
      t('eventPage.hasDeclined', names.get(clientId) ?? t('people.nameless')),
    );
  const save = async () => {
    setBusy(true);
    const came = marked.filter((each) => each.came === 'came').length;
    const outcome = await desk.deeds.perform(
      noteGuests(
        desk,
        gathering,
        marked.map(({ guest: { clientId, contactId }, came: how }) => ({
          clientId,
          supersedes: contactId,
          result: RESULT[how],
        })),
        said,
      ),
      t('eventPage.saved', String(came), String(marked.length)),
    );
    setBusy(false);
    if (!outcome.ok) return;
    setMarks(new Map());
    clear();
  };

  return (
    <section class="gpart" aria-labelledby="event-guests">
      <h4 id="event-guests">
        {t('eventPage.guests')} <span class="wcount">{gathering.guests.length}</span>
        {!ahead && open.length > 1 && (
          <Button
            kind="link"
            onClick={() => setMarks(new Map(open.map(({ contactId }) => [contactId, 'came'])))}
          >
            {t('eventPage.allCame')}
          </Button>
        )}
      </h4>
      <ul class="gguests">
        {gathering.guests.map((guest) => {
          const { clientId, contactId, standing } = guest;
          const name = names.get(clientId) ?? t('people.nameless');
          return (
            <li key={clientId}>
              <button type="button" class="wname" onClick={() => desk.show(clientId)}>
                {name}
              </button>
              {standing !== 'invited' || ahead ? (
                <Chip tone={TONE[standing]}>{t(`eventPage.standing.${standing}`)}</Chip>
              ) : (
                <Segmented<Came>
                  label={t('eventPage.whether', name)}
                  clearable
                  value={marks.get(contactId) ?? null}
                  options={[
                    { value: 'came', label: t('eventPage.standing.came') },
                    { value: 'absent', label: t('eventPage.standing.absent') },
                  ]}
                  onChange={(came) => mark(contactId, came)}
                />
              )}
              {ahead && standing === 'invited' && (
                <Button
                  kind="ghost"
                  aria-label={`${t('eventPage.decline')} ${name}`}
                  onClick={() => void decline(guest)}
                >
                  {t('eventPage.decline')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {!ahead && open.length > 0 && (
        <div class="gsave">
          {form}
          <div class="evdeeds">
            <Button kind="go" disabled={busy || marked.length === 0} onClick={() => void save()}>
              {t('eventPage.save', marked.length)}
            </Button>
            {marked.length < open.length && (
              <span class="evquiet">{t('eventPage.unmarked', open.length - marked.length)}</span>
            )}
          </div>
        </div>
      )}
    </section>
  );
}
