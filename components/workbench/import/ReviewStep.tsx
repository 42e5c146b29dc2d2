import { useMemo } from 'preact/hooks';
import { FACT_SOURCES, type FactSource } from '@/utils/domain/schema/factSource';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import { type Forecast, forecast, type ImportCount } from '@/utils/import/forecast';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { t } from '../../ui/words';
import { Conflicts } from './Conflicts';
import { Doubtful } from './Doubtful';
import type { ImportDesk, Stage } from './desk';
import { Faults } from './Faults';
import { problemWord } from './words';

interface Props {
  stage: Extract<Stage, { at: 'review' }>;
  desk: ImportDesk;
  today: CivilDay;
}

const COUNTED = ['contacts', 'holdings', 'policies', 'relations', 'notes'] as const;

/** What a batch comes to, in words; empty where it comes to nothing. */
export function countWords(count: ImportCount): string {
  const clients = [
    ...(count.made > 0 ? [t('importing.count.made', count.made)] : []),
    ...(count.changed > 0 ? [t('importing.count.changed', count.changed)] : []),
  ];
  const rows = COUNTED.flatMap((each) =>
    count[each] > 0 ? [t(`importing.count.${each}`, count[each])] : [],
  );
  return [...clients, ...rows].join(t('importing.count.joint'));
}

function Counts({ stage, sum }: { stage: Props['stage']; sum: Forecast }) {
  const { checked } = stage;
  const of = (state: string) => checked.matches.filter((match) => match.state === state).length;
  // Somebody without a name, whose number the book does not know, cannot be made a client.
  const unnamed = checked.matches.filter(
    ({ state, person }) => state === 'new' && person.brought.who.name === null,
  ).length;
  const figures: readonly (readonly [string, number])[] = [
    [t('importing.figure.rows'), checked.of],
    [t('importing.figure.new'), of('new') - unnamed],
    [t('importing.figure.same'), of('same')],
    [t('importing.figure.doubtful'), of('doubtful')],
    [t('importing.figure.already'), sum.already],
    [t('importing.figure.left'), checked.of - checked.good + unnamed],
  ];
  return (
    <dl class="ifigures">
      {figures.map(([word, figure]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function Manner({ stage, desk, today, hasContacts }: Props & { hasContacts: boolean }) {
  const source = (value: string): FactSource => FACT_SOURCES.find((each) => each === value) ?? 'guess';
  return (
    <div class="ireading">
      <Field label={t('importing.source')}>
        {(wiring) => (
          <select
            {...wiring}
            value={stage.source}
            onChange={(event) => desk.set({ source: source(event.currentTarget.value) })}
          >
            <option value="guess">{t('importing.sources.guess')}</option>
            <option value="client">{t('importing.sources.client')}</option>
            <option value="crm">{t('importing.sources.crm')}</option>
          </select>
        )}
      </Field>
      <Field label={t('importing.day')}>
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            autocomplete="off"
            max={today}
            value={stage.day}
            onChange={(event) => {
              const day = civilDay.safeParse(event.currentTarget.value);
              if (day.success && day.data <= today) desk.set({ day: day.data });
            }}
          />
        )}
      </Field>
      {hasContacts && (
        <label class="icheck">
          <input
            type="checkbox"
            autocomplete="off"
            checked={stage.entered}
            onChange={(event) => desk.set({ entered: event.currentTarget.checked })}
          />
          {t('importing.entered')}
        </label>
      )}
    </div>
  );
}

/** What would be brought in, before anything is: who is new, who is known, what cannot be relied on. */
export function ReviewStep({ stage, desk, today }: Props) {
  const { checked, choices, conflicts, source, day, file, view, problem } = stage;
  const sum = useMemo(
    () => forecast(checked.matches, choices, { conflicts, source, day }, today),
    [checked, choices, conflicts, source, day, today],
  );
  const words = countWords(sum.count);
  return (
    <>
      <p class="ifile">{file.name}</p>
      <Counts stage={stage} sum={sum} />
      <Manner stage={stage} desk={desk} today={today} hasContacts={sum.count.contacts > 0} />
      <div class="ideeds">
        <Button kind="go" disabled={words === ''} onClick={() => void desk.bringIn()}>
          {words === '' ? t('importing.nothing') : t('importing.bringIn', words)}
        </Button>
        <Button kind="ghost" onClick={() => desk.back()}>
          {t('importing.back')}
        </Button>
        {sum.unfit > 0 && <span class="icount">{t('importing.unfit', sum.unfit)}</span>}
      </div>
      {problem && (
        <p class="iproblem" role="alert">
          {problemWord(problem)}
        </p>
      )}
      <Doubtful review={stage} desk={desk} />
      <Conflicts forecast={sum} review={stage} desk={desk} today={today} />
      <Faults
        faults={checked.faults}
        inAll={checked.faultsInAll}
        headings={view.columns.map(({ heading }) => heading)}
      />
    </>
  );
}
