import type { Command, Problem } from '@/utils/app/command';
import type { VisitDraft } from '@/utils/app/draft';
import type { ContactDetails } from '@/utils/domain/schema/contact';
import type { ClientId, ContactId } from '@/utils/domain/schema/ids';
import { lacksRecording } from '@/utils/domain/visits/recordedSale';
import type { Deeds, Offer } from '../ui/deeds';
import { t } from '../ui/words';
import { completeDetails } from './details';
import type { LogPort, OpenLog } from './openLog';

/* What an open log is sent as, and what may follow once it is on the disk. */

/** A fact without anybody to vouch for it is none: it is refused before it is sent. */
export const unvouched = ({ draft }: OpenLog): Problem | null => {
  const found = draft.visit?.learned.find(({ source }) => source === null);
  return found ? { code: 'invalid', field: found.key } : null;
};

type Outcome = Extract<Command, { do: 'logVisit' }>;

function outcomeOf(
  visit: VisitDraft,
  rest: Pick<Outcome, 'clientId' | 'contactId' | 'plan' | 'details'>,
): Outcome {
  const { result, day } = rest.details;
  const learned = visit.learned.flatMap(({ key, value, source }) =>
    source === null ? [] : [{ key, fact: { value, source, day } }],
  );
  // What nobody was met for has nothing to show.
  const evidence = result === 'reached' ? visit.evidence.trim() || null : null;
  return { do: 'logVisit', ...rest, evidence, learned };
}

const detailsOf = ({ draft }: OpenLog, port: LogPort): ContactDetails =>
  completeDetails(draft.details, {
    today: port.today.peek(),
    zone: port.settings.peek().zone,
    fallbackStep: t('log.nextStepFallback'),
  });

/** A sale is not saved without what became of its recording (§11.6); the background would refuse it. */
export const unrecorded = (log: OpenLog, port: LogPort): Problem | null =>
  lacksRecording(detailsOf(log, port), log.draft, port.settings.peek())
    ? { code: 'invalid', field: 'recording' }
    : null;

/** The command that a form comes to. */
export function commandFor(log: OpenLog, port: LogPort): Command {
  const { draft, contactId } = log;
  const details = detailsOf(log, port);
  if (draft.amends !== null && draft.subject.type === 'client') {
    const { clientId } = draft.subject;
    if (draft.visit) return outcomeOf(draft.visit, { clientId, contactId, plan: draft.amends, details });
    return { do: 'amendContact', clientId, contactId, supersedes: draft.amends, details };
  }
  const { subject, keeps, answers } = draft;
  return { do: 'logContact', subject, contactId, details, keeps, answers };
}

/** Carries a saved contact over into the bank's CRM: copied, and then marked as entered there. */
export function carryOver(
  port: LogPort,
  deeds: Deeds,
  clientId: ClientId,
  contactId: ContactId,
  log: OpenLog,
): Offer {
  const { name } = log.draft;
  const enter: Offer = {
    label: t('history.entered.mark'),
    take: () =>
      void deeds.perform({ do: 'markEntered', clientId, contactId, entered: true }, t('history.entered.yes')),
  };
  return {
    label: t('log.copyToCrm'),
    async take() {
      const { copyContact } = await import('../carry/copyContact');
      const wrong = await copyContact(port, detailsOf(log, port), name);
      if (wrong === null) deeds.say(t('log.copied', name), false, enter);
      else deeds.say(wrong, true);
    },
  };
}
