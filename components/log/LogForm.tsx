import { Button } from '../ui/Button';
import { t } from '../ui/words';
import { isPlan } from './details';
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
} from './LogFormParts';
import { LogMore } from './LogMore';
import { PurposePicker } from './PurposePicker';
import { RecordingField } from './RecordingField';
import { TextLine } from './TextLine';

/** Result and purpose: what a call needs. A plan has no result yet. */
function Head(part: PartProps) {
  const { log, session, today } = part;
  const { details, kind } = log.draft;
  const plan = isPlan(details, today) ? { instead: <p class="logplan">{t('log.isPlan')}</p> } : {};
  return (
    <>
      <ResultRow {...part} {...plan} />
      <PurposePicker
        kind={kind}
        value={details.purpose ?? null}
        onChange={(purpose) => session.change({ purpose })}
      />
    </>
  );
}

/** The goal and whether it was reached: empty until someone says so. */
function Goal(part: PartProps) {
  const { log, session } = part;
  const { details } = log.draft;
  const reached = goalOf(part);
  return (
    <>
      <TextLine
        label={t('log.goal')}
        hint={t('log.goalHint')}
        value={details.goal}
        onChange={(goal) => session.change({ goal })}
      />
      <GoalRow {...part} />
      <RecordingField {...part} />
      {(reached === 'yes' || reached === 'partly') && (
        <TextLine
          label={t('log.marker')}
          hint={t('log.markerHint')}
          value={details.marker}
          onChange={(marker) => session.change({ marker })}
        />
      )}
    </>
  );
}

/** The quick log, opened in place. Belongs to one client from first key to saved. */
export function LogForm({ log, session, today }: PartProps) {
  const form = useFormFocus(log);

  const part = { log, session, today };
  const { name, amends, details } = log.draft;
  return (
    <form
      ref={form}
      class="logform"
      aria-label={amends === null ? t('log.form', name) : t('log.amendForm', name)}
      onSubmit={(event) => {
        event.preventDefault();
        void session.save();
      }}
      onKeyDown={(event) => saveOnEnter(event, session)}
    >
      {log.resumed && (
        <p class="logresumed">
          {t('log.resumed')}
          <Button kind="link" onClick={() => session.startOver()}>
            {t('log.startOver')}
          </Button>
        </p>
      )}
      <Head {...part} />
      <Note {...part} />
      <Goal {...part} />
      <NextStep {...part} />
      <When {...part} />
      <LogMore
        channel={details.channel ?? 'phone'}
        details={details}
        change={(change) => session.change(change)}
      />
      <SaveRow {...part} />
    </form>
  );
}
