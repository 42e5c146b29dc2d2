import { useMemo } from 'preact/hooks';
import type { VisitDraft } from '@/utils/app/draft';
import { catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import type { CatalogueField } from '@/utils/domain/clarity/catalogue/field';
import type { ClientPicture } from '@/utils/domain/picture';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { Visit } from '@/utils/domain/schema/visit';
import {
  GoalRow,
  goalOf,
  NextStep,
  Note,
  type PartProps,
  ResultRow,
  SaveRow,
  saveOnEnter,
  useFormFocus,
  When,
} from '../../log/LogFormParts';
import { RecordingField } from '../../log/RecordingField';
import { TextLine } from '../../log/TextLine';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { phrase, t } from '../../ui/words';
import { ValueInput } from '../profile/ValueInput';
import { fieldName } from '../profile/valueWords';

type Draft = PartProps['log']['draft'];
type Learned = VisitDraft['learned'][number];

/** So many of the missing facts are asked for: an outcome takes less than a minute. */
const ASKED = 2;

/** Met or not, and whether the goal was reached: empty until someone says so. */
function Reached({ prepared, ...part }: PartProps & { prepared: Visit | null }) {
  const { log, session } = part;
  const { details, visit } = log.draft;
  const reached = goalOf(part);
  const planned = prepared?.marker ?? null;
  return (
    <>
      <ResultRow {...part} />
      {details.goal && <p class="visit-goal">{t('visits.goalWas', details.goal)}</p>}
      <GoalRow {...part} />
      <RecordingField {...part} />
      {(reached === 'yes' || reached === 'partly') && (
        <>
          <div class="visit-marker">
            <TextLine
              label={t('log.marker')}
              hint={planned ?? t('log.markerHint')}
              value={details.marker}
              onChange={(marker) => session.change({ marker })}
            />
            {planned !== null && details.marker !== planned && (
              <Button onClick={() => session.change({ marker: planned })}>{t('visits.asPlanned')}</Button>
            )}
          </div>
          <TextLine
            label={t('visits.evidence')}
            hint={t('visits.evidenceHint')}
            value={visit?.evidence}
            onChange={(evidence) => session.changeVisit({ evidence })}
          />
        </>
      )}
    </>
  );
}

/** One missing fact, and who said so. */
function Fact(props: {
  field: CatalogueField;
  learned: Learned | null;
  wrong: boolean;
  set: (learned: Learned | null) => void;
}) {
  const { field, learned, wrong, set } = props;
  const { key } = field;
  const enter = (value: FieldValue | null) =>
    set(value === null ? null : { key, value, source: learned?.source ?? null });
  return (
    <div class="visit-fact">
      <span class="visit-fact-name" title={phrase(`ask.${key}`)}>
        {fieldName(key)}
      </span>
      <ValueInput field={field} value={learned?.value ?? null} onChange={enter} />
      {learned && (
        <Segmented
          label={t('visits.whoSays', fieldName(key))}
          options={[
            { value: 'client', label: t('profile.clientSaid') },
            { value: 'guess', label: t('profile.myGuess') },
          ]}
          value={learned.source === 'crm' ? null : learned.source}
          onChange={(source) => set({ ...learned, source })}
        />
      )}
      {wrong && (
        <p class="field-error" role="alert">
          {t('visits.needsSource', fieldName(key))}
        </p>
      )}
    </div>
  );
}

/** The facts asked for: those that were being filled in, and the missing ones that cost most. */
function asked({ visit }: Draft, { bundle, clarity }: ClientPicture): CatalogueField[] {
  const missing = clarity.fields.filter(({ expected, state }) => expected && state === 'missing');
  const keys = [...(visit?.learned ?? []), ...missing].map(({ key }) => key);
  const catalogue = new Map(catalogueFor(bundle.client.kind).map((field) => [field.key, field]));
  return [...new Set(keys)]
    .flatMap((key) => catalogue.get(key) ?? [])
    .slice(0, Math.max(ASKED, visit?.learned.length ?? 0));
}

/** What became of a visit, in less than a minute and by the keyboard alone. */
export function OutcomeForm(
  props: PartProps & { picture: ClientPicture; prepared: Visit | null; stale: boolean },
) {
  const { log, session, today, picture, prepared, stale } = props;
  const form = useFormFocus(log);
  const part = { log, session, today };
  const learned = log.draft.visit?.learned ?? [];
  // The fields stay where they are while one is typed: they are those of when the form opened.
  const fields = useMemo(() => asked(log.draft, picture), [log.contactId]);
  const problem = session.problem.value;
  const set = (key: string, next: Learned | null) => {
    const others = learned.filter((one) => one.key !== key);
    session.changeVisit({ learned: next ? [...others, next] : others });
  };
  return (
    <form
      ref={form}
      class="logform visit-outcome"
      aria-label={t('visits.form', log.draft.name)}
      onSubmit={(event) => {
        event.preventDefault();
        void session.save();
      }}
      onKeyDown={(event) => saveOnEnter(event, session)}
    >
      {stale && (
        <p class="logproblem" role="alert">
          {t('visits.gone')}
        </p>
      )}
      <Reached {...part} prepared={prepared} />
      <Note {...part} />
      {fields.length > 0 && (
        <fieldset class="visit-learned">
          <legend>{t('visits.learned')}</legend>
          {fields.map((field) => (
            <Fact
              key={field.key}
              field={field}
              learned={learned.find(({ key }) => key === field.key) ?? null}
              wrong={problem?.code === 'invalid' && problem.field === field.key}
              set={(next) => set(field.key, next)}
            />
          ))}
        </fieldset>
      )}
      <NextStep {...part} />
      <When {...part} />
      <SaveRow {...part} />
    </form>
  );
}
