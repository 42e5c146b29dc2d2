import { useState } from 'preact/hooks';
import type { Leave, Settings } from '@/utils/domain/schema/settings';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import { Button } from '../ui/Button';
import { LAST_DAY, shortDay } from '../ui/dayWords';
import { Field } from '../ui/Field';
import { t, type WordKey } from '../ui/words';
import type { OptionsDesk } from './desk';

const LONGEST_NAME = 40;

/** A half-filled form, as it stands in the fields. */
interface Typed {
  from: string;
  until: string;
  standIn: string;
}
const NOTHING: Typed = { from: '', until: '', standIn: '' };

/** The leave that was typed, or what is wrong with it. */
function leaveIn(typed: Typed, kept: readonly Leave[]): Leave | WordKey {
  const from = civilDay.safeParse(typed.from);
  const until = civilDay.safeParse(typed.until);
  if (!from.success || !until.success) return 'options.cadence.leaveEmpty';
  if (until.data < from.data) return 'options.cadence.leaveBackwards';
  if (kept.some((one) => one.from <= until.data && from.data <= one.until))
    return 'options.cadence.leaveTwice';
  return { from: from.data, until: until.data, standIn: typed.standIn.trim() || null };
}

const byFirstDay = (one: Leave, other: Leave): number => (one.from < other.from ? -1 : 1);

interface Props {
  desk: OptionsDesk;
  settings: Settings;
  today: CivilDay;
}

/** The days on which the RM is away, and who stands in: due dates step over them. */
export function LeaveList({ desk, settings, today }: Props) {
  const kept = (settings.leave ?? []).toSorted(byFirstDay);
  const [typed, setTyped] = useState(NOTHING);
  const [problem, setProblem] = useState<string | null>(null);
  const say = ({ from, until }: Leave): [string, string] => [shortDay(from, today), shortDay(until, today)];

  const add = () => {
    const read = leaveIn(typed, kept);
    if (typeof read === 'string') {
      setProblem(t(read));
      return;
    }
    setProblem(null);
    setTyped(NOTHING);
    void desk.save(
      (now) => ({ leave: [...(now.leave ?? []), read] }),
      t('options.cadence.leaveAdded', ...say(read)),
    );
  };
  const remove = (gone: Leave) =>
    void desk.save(
      (now) => ({
        leave: (now.leave ?? []).filter(({ from, until }) => from !== gone.from || until !== gone.until),
      }),
      t('options.cadence.leaveRemoved', ...say(gone)),
    );
  const type = (key: keyof Typed) => (event: { currentTarget: HTMLInputElement }) => {
    const { value } = event.currentTarget;
    setTyped((now) => ({ ...now, [key]: value }));
    setProblem(null);
  };

  return (
    <>
      <h3>{t('options.cadence.leave')}</h3>
      <p class="opart-about">{t('options.cadence.leaveAbout')}</p>
      {kept.length === 0 ? (
        <p class="oempty">{t('options.cadence.noLeave')}</p>
      ) : (
        <ul class="ocrms">
          {kept.map((each) => (
            <li key={`${each.from}|${each.until}`} class="ocrm">
              <div class="ocrm-what">
                <b>{t('options.cadence.leaveIs', ...say(each))}</b>
                {each.standIn !== null && <span>{t('options.cadence.leaveStandIn', each.standIn)}</span>}
              </div>
              <Button
                kind="ghost"
                aria-label={t('options.cadence.removeLeave', ...say(each))}
                onClick={() => remove(each)}
              >
                {t('options.cadence.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="oleave"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field label={t('options.cadence.leaveFrom')}>
          {(wiring) => (
            <input
              autocomplete="off"
              {...wiring}
              type="date"
              max={LAST_DAY}
              class="input"
              value={typed.from}
              onInput={type('from')}
            />
          )}
        </Field>
        <Field label={t('options.cadence.leaveUntil')}>
          {(wiring) => (
            <input
              autocomplete="off"
              {...wiring}
              type="date"
              max={LAST_DAY}
              class="input"
              value={typed.until}
              {...(typed.from === '' ? {} : { min: typed.from })}
              onInput={type('until')}
            />
          )}
        </Field>
        <Field label={t('options.cadence.standIn')}>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              class="input"
              autocomplete="off"
              maxLength={LONGEST_NAME}
              placeholder={t('options.cadence.standInHint')}
              value={typed.standIn}
              onInput={type('standIn')}
            />
          )}
        </Field>
        <Button type="submit">{t('options.cadence.addLeave')}</Button>
      </form>
      {problem !== null && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
