import { useLayoutEffect, useState } from 'preact/hooks';
import type { Action, ActionPlan } from '@/utils/domain/nba/action';
import type { ActionAnswer, DismissReason } from '@/utils/domain/schema/actionState';
import type { ClientId } from '@/utils/domain/schema/ids';
import { PROACTIVE_A_DAY } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import { newDraft } from '../../log/drafts';
import { Button } from '../../ui/Button';
import { isShortcut } from '../../ui/keys';
import { phrase, t } from '../../ui/words';
import { type Desk, goTo, type ShownClient } from '../desk';
import { Section } from '../Section';
import { ActionCard } from './ActionCard';
import { CautionMarks, CautionWords } from './Cautions';
import { Silent } from './Silent';
import './actions.css';

interface Props {
  plan: ActionPlan;
  clientId: ClientId;
  client: ShownClient;
  today: CivilDay;
  desk: Desk;
}

/** Digits do the main deed of the card they stand on: from the moment in which that is drawn. */
function useDigits(shown: readonly Action[], onDo: (action: Action) => void): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = /^[1-9]$/.test(event.key) ? shown[Number(event.key) - 1] : undefined;
      if (!action || !isShortcut(event)) return;
      event.preventDefault();
      onDo(action);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [shown, onDo]);
}

/** What to do now: at most three cards, the rest folded, and what the rules keep silent about. */
export function Actions({ plan, clientId, client, today, desk }: Props) {
  const [unfolded, setUnfolded] = useState(false);
  const [explained, setExplained] = useState(false);
  const [minded, setMinded] = useState<string | null>(null);

  const onDo = (action: Action) => {
    const { deed, key, rule } = action;
    if (deed.type === 'ask') desk.asked.value = deed.field;
    else if (deed.type === 'open') goTo(deed.section);
    else {
      const links = { keeps: deed.keeps, amends: deed.amends, answers: { key, rule } };
      desk.session.open(newDraft(client, deed.prefill, links));
    }
  };
  const answer = (action: Action, given: ActionAnswer, said: string) => {
    const { key, rule } = action;
    void desk.deeds.perform({ do: 'answerAction', clientId, key, rule, answer: given }, said);
    if (given.state === 'dismissed') afterDismissal(action, given.reason);
  };
  /** What was done elsewhere is put on file; what is wrong is opened. */
  const afterDismissal = ({ deed, fact, part }: Action, reason: DismissReason) => {
    if (reason === 'doneElsewhere' && deed.type === 'log') {
      const { prefill, keeps, amends } = deed;
      const day = prefill.day !== undefined && prefill.day < today ? prefill.day : today;
      desk.session.open(newDraft(client, { ...prefill, day }, { keeps, amends }));
    } else if (reason === 'dataWrong') {
      // A field of the CRM's own has no place in the profile that could be opened.
      if (fact !== null && !fact.startsWith('crm.')) desk.asked.value = fact;
      else goTo(part);
    }
  };
  useDigits(plan.shown, onDo);

  const card = (action: Action, digit: number | null) => (
    <ActionCard
      key={action.key}
      action={action}
      digit={digit}
      today={today}
      desk={desk}
      onDo={onDo}
      answer={answer}
    />
  );
  const caution = plan.cautions.find(({ id }) => id === minded);
  const total = plan.shown.length + plan.folded.length;
  return (
    <Section
      id="actions"
      title={t('panel.actions.title')}
      count={total > plan.shown.length ? `${plan.shown.length} / ${total}` : undefined}
      action={
        <>
          <CautionMarks cautions={plan.cautions} open={minded} onOpen={setMinded} />
          {plan.silent.length > 0 && (
            <Button kind="link" aria-expanded={explained} onClick={() => setExplained(!explained)}>
              {t('panel.actions.whyNot')}
            </Button>
          )}
        </>
      }
    >
      {caution && <CautionWords caution={caution} today={today} />}
      {total === 0 && <p class="quiet">{t('panel.actions.none')}</p>}
      <ul class="acts">
        {plan.shown.map((action, index) => card(action, index + 1))}
        {unfolded && plan.folded.map((action) => card(action, null))}
      </ul>
      {plan.folded.length > 0 && (
        <Button kind="link" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t('panel.actions.fold') : t('panel.actions.unfold', plan.folded.length)}
        </Button>
      )}
      {plan.beyondDay.length > 0 && (
        <p class="act-offer">
          {t('panel.actions.beyondDay', String(desk.port.settings.value.proactivePerDay ?? PROACTIVE_A_DAY))}
        </p>
      )}
      {plan.offerOff.map((rule) => (
        <p key={rule} class="act-offer">
          {t('panel.actions.offerOff', phrase(`rule.${rule}.name`))}{' '}
          <Button kind="link" onClick={() => desk.port.openOptions()}>
            {t('panel.actions.toSettings')}
          </Button>
        </p>
      ))}
      {explained && <Silent silent={plan.silent} today={today} />}
    </Section>
  );
}
