import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { EVENT_FORMS } from '@/utils/app/eventForms';
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
import { useHalf } from './half';

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

type Half = ReturnType<typeof useHalf<z.infer<typeof EVENT_FORMS.came>>>;

/** What was said to everybody who came, and what comes next. */
function Said({ half: { form, set }, today }: { half: Half; today: CivilDay }) {
  const { words = '', next = '', due = null } = form;
  return (
    <>
      <TextField
        label={t('eventPage.note')}
        maxLength={500}
        value={words}
        onInput={(typed) => set({ words: typed })}
      />
      <div class="gnext">
        <TextField
          label={t('log.nextStep')}
          maxLength={200}
          value={next}
          onInput={(typed) => set({ next: typed })}
        />
        <DateField
          label={t('eventPage.nextDay')}
          value={due}
          onChange={(day) => set({ due: day })}
          quick={quickDays(today)}
          min={addDays(today, 1)}
          clearable
          showLabel
        />
      </div>
    </>
  );
}

/** The same as it goes into everybody's entry. */
function saidIn({ words = '', next = '', due = null }: Half['form']) {
  const text = next.trim();
  const nextStep =
    text === '' && due === null ? null : { text: text === '' ? t('log.nextStepFallback') : text, due };
  return { words, nextStep };
}

/** The guests of an event: who declined, and once its day has come, who came. Nobody is taken for having come. */
export function Guests({ gathering, briefs, desk }: Props) {
  const today = desk.port.today.value;
  const ahead = gathering.day > today;
  const half = useHalf(desk, `came|${gathering.id}`, EVENT_FORMS.came);
  const marks = new Map(Object.entries(half.form.marks ?? {}));
  const [busy, setBusy] = useState(false);
  const names = new Map(briefs.map(({ clientId, name }) => [clientId, name]));
  const open = gathering.guests.filter(({ standing }) => standing === 'invited');
  const marked = open.flatMap((guest) => {
    const came = marks.get(guest.contactId);
    return came ? [{ guest, came }] : [];
  });

  const markAll = (ids: readonly ContactId[], came: Came | null) => {
    const others = [...marks].filter(([id]) => !ids.some((each) => each === id));
    half.set({
      marks: Object.fromEntries([...others, ...(came === null ? [] : ids.map((id) => [id, came] as const))]),
    });
  };
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
        saidIn(half.form),
      ),
      t('eventPage.saved', String(came), String(marked.length)),
    );
    setBusy(false);
    if (outcome.ok) half.end();
  };

  return (
    <section class="gpart" aria-labelledby="event-guests">
      <h4 id="event-guests">
        {t('eventPage.guests')} <span class="wcount">{gathering.guests.length}</span>
        {!ahead && open.length > 1 && (
          <Button
            kind="link"
            onClick={() =>
              markAll(
                open.map(({ contactId }) => contactId),
                'came',
              )
            }
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
                  onChange={(came) => markAll([contactId], came)}
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
          <Said half={half} today={today} />
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
