import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { addDays } from '@/utils/domain/day';
import { type GoalReached, RESULTS } from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../ui/Button';
import { ClockField } from '../ui/ClockField';
import { DateField, quickDays } from '../ui/DateField';
import { problemText } from '../ui/deeds';
import { Field } from '../ui/Field';
import { CloseIcon } from '../ui/icons';
import { isComposing } from '../ui/keys';
import { Segmented } from '../ui/Segmented';
import { bringIntoSight } from '../ui/scroll';
import { t } from '../ui/words';
import { type DraftDetails, isPlan, resultManner, resultOf } from './details';
import type { OpenLog } from './openLog';
import type { LogSession } from './session';
import { TextLine } from './TextLine';
import { NO_ANSWER_KEY } from './useLogKeys';
import './log.css';

/** What each part of a form works with. */
export interface PartProps {
  log: OpenLog;
  session: LogSession;
  today: CivilDay;
}

const GOAL_STATES = ['yes', 'partly', 'no'] as const;

/** The result of what took place, and the way out of the form; `instead` where there can be none yet. */
export function ResultRow({ log, session, today, instead }: PartProps & { instead?: ComponentChildren }) {
  const { details } = log.draft;
  const manner = resultManner(details.channel ?? 'phone');
  return (
    <div class="logrow">
      {instead ?? (
        <Segmented
          label={t('log.result')}
          options={RESULTS.map((value) => ({ value, label: t(`result.${manner}.${value}`) }))}
          value={resultOf(details, today)}
          onChange={(result) => session.change({ result })}
        />
      )}
      <button
        type="button"
        class="iconbtn"
        aria-label={t('log.closeHint')}
        title={t('log.closeHint')}
        onClick={() => session.close()}
      >
        <CloseIcon />
      </button>
    </div>
  );
}

/** How far the goal was reached; null where nothing took place, and until someone says so. */
export const goalOf = ({ log, today }: PartProps): GoalReached | null => {
  const { details } = log.draft;
  return resultOf(details, today) === 'reached' ? (details.goalReached ?? null) : null;
};

/** Whether the goal was reached, asked where something took place. */
export function GoalRow(part: PartProps) {
  const { log, session, today } = part;
  if (resultOf(log.draft.details, today) !== 'reached') return null;
  return (
    <Segmented
      label={t('goal.reached')}
      options={GOAL_STATES.map((value) => ({ value, label: t(`goal.${value}`) }))}
      value={goalOf(part)}
      onChange={(goalReached) => session.change({ goalReached })}
      clearable
    />
  );
}

/** The note, and whether it is the client's own words. */
export function Note({ log, session, today }: PartProps) {
  const { details } = log.draft;
  const { note, clientWords = false } = details;
  return (
    <div class="lognote">
      <Field label={t('log.note')} quiet>
        {(wiring) => (
          <textarea
            {...wiring}
            class="input input-area"
            autocomplete="off"
            rows={2}
            maxLength={5000}
            placeholder={t(isPlan(details, today) ? 'log.planHint' : 'log.noteHint')}
            value={note ?? ''}
            onInput={(event) => session.change({ note: event.currentTarget.value })}
          />
        )}
      </Field>
      <button
        type="button"
        class="chip chip-button"
        aria-pressed={clientWords}
        onClick={() => session.change({ clientWords: !clientWords })}
      >
        {t('log.clientWords')}
      </button>
    </div>
  );
}

/** What was promised next, and by when. */
export function NextStep({ log, session, today }: PartProps) {
  const step = log.draft.details.nextStep ?? null;
  const change = (part: { text?: string; due?: CivilDay | null }) =>
    session.change({ nextStep: { text: step?.text ?? '', due: step?.due ?? null, ...part } });
  return (
    <div class="logstep">
      <TextLine
        label={t('log.nextStep')}
        hint={step?.due && !step.text ? t('log.nextStepFallback') : t('log.nextStep')}
        value={step?.text}
        onChange={(text) => change({ text })}
      />
      <DateField
        label={t('log.due')}
        value={step?.due ?? null}
        onChange={(due) => change({ due })}
        quick={quickDays(today)}
        clearable
        min={log.draft.details.day ?? today}
      />
    </div>
  );
}

/** Day and time. */
export function When({ log, session, today }: PartProps) {
  const { day = today, minute } = log.draft.details;
  return (
    <div class="logwhen">
      <DateField
        label={t('log.day')}
        showLabel
        value={day}
        onChange={(next) => session.change({ day: next ?? today })}
        quick={[
          { label: t('when.today'), day: today },
          { label: t('when.yesterday'), day: addDays(today, -1) },
        ]}
      />
      <ClockField
        label={t('log.time')}
        quiet
        minute={minute ?? null}
        onChange={(next) => session.change({ minute: next })}
      />
    </div>
  );
}

function saveLabel(log: OpenLog, today: CivilDay): string {
  const { name, amends, details, visit } = log.draft;
  if (isPlan(details, today)) return t('log.planFor', name);
  // What became of a visit is its first record, not a correction.
  return amends === null || visit ? t('log.saveTo', name) : t('log.amendFor', name);
}

/** Saves, or saves that nobody was reached; says what was wrong. */
export function SaveRow({ log, session, today }: PartProps) {
  const { details } = log.draft;
  const saving = session.saving.value;
  const problem = session.problem.value;
  const manner = resultManner(details.channel ?? 'phone');
  const canFail = !isPlan(details, today) && resultOf(details, today) === 'reached';
  const noAnswer: DraftDetails = { result: 'noAnswer' };
  return (
    <>
      {problem && (
        <p class="logproblem" role="alert">
          {problemText(problem)}{' '}
          {problem.code === 'full' && (
            <a href="/workbench.html#out" target="_blank" rel="noreferrer">
              {t('log.exportBook')}
            </a>
          )}
        </p>
      )}
      <div class="logsave">
        <Button kind="go" type="submit" class="btn-save" hotkey="Ctrl ↵" disabled={saving}>
          {saving ? t('log.saving') : saveLabel(log, today)}
        </Button>
        {canFail && (
          <Button
            class="btn-save"
            hotkey={NO_ANSWER_KEY}
            aria-keyshortcuts={NO_ANSWER_KEY}
            disabled={saving}
            onClick={() => void session.save(noAnswer)}
          >
            {t(`result.${manner}.noAnswer`)}
          </Button>
        )}
      </div>
    </>
  );
}

/** Whether Enter in this element saves: one-line inputs and choices, never the note or a button's own deed. */
const savesOnEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement
    ? target.type !== 'checkbox'
    : target instanceof Element && target.getAttribute('role') === 'radio';

/** Saves on Enter where that saves; Ctrl+Enter is the page's. */
export function saveOnEnter(event: KeyboardEvent, session: LogSession): void {
  if (event.key !== 'Enter' || isComposing(event) || event.ctrlKey || event.metaKey) return;
  if (!savesOnEnter(event.target)) return;
  event.preventDefault();
  void session.save();
}

/** Gives a form that opens the focus and brings it into sight; gives the focus back when it closes. */
export function useFormFocus(log: OpenLog): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  // In a layout effect: the clean-up of a passive one comes after the form has left the page.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const first = '[role="radio"][aria-checked="true"], [role="radio"], input';
    form.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
    if (form.current) bringIntoSight(form.current);
    return () => {
      // Back to what opened it, unless the focus has gone elsewhere meanwhile.
      const inside = form.current?.contains(document.activeElement);
      if (inside && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [log.contactId]);
  return form;
}
