import { useState } from 'preact/hooks';
import type { Contact } from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { TimelineEntry } from '@/utils/domain/timeline/entry';
import { recordingWord } from '../../log/recordingWord';
import { Chip } from '../../ui/Chip';
import { MoreIcon } from '../../ui/icons';
import { Menu, type MenuItem } from '../../ui/Menu';
import { Day } from '../../ui/Say';
import { t } from '../../ui/words';
import { ChannelTile } from './ChannelTile';
import { circumstances, failure, headline } from './contactWords';

/** What can be done with an entry; the same functions for all entries of one history. */
export interface EntryDeeds {
  copy(contact: Contact): void;
  amend(contact: Contact): void;
  /** Logs what became of a plan. */
  conclude(contact: Contact): void;
  markEntered(contact: Contact, entered: boolean): void;
}

const REACHED_MARKS = { yes: '✓', partly: '◐', no: '✗' } as const;

function Outcome({ contact }: { contact: Contact }) {
  const failed = failure(contact);
  if (failed) return <span class="entry-failed">{failed}</span>;
  const { goalReached } = contact;
  if (!goalReached) return null;
  return (
    <span class={`entry-goal entry-goal-${goalReached}`}>
      <span aria-hidden="true">{REACHED_MARKS[goalReached]}</span> {t(`goal.${goalReached}`)}
    </span>
  );
}

function Next({ entry, today }: { entry: TimelineEntry; today: CivilDay }) {
  const { nextStep } = entry.contact;
  if (!nextStep) return null;
  const tone = entry.promise === 'late' ? 'late' : entry.promise === 'kept' ? 'good' : 'plain';
  return (
    <p class="entry-next">
      <span aria-hidden="true">→ </span>
      <span class="unseen">{t('log.nextStep')}</span>
      {nextStep.text}{' '}
      {(nextStep.due || entry.promise !== 'open') && (
        <Chip tone={tone}>
          {nextStep.due && <Day day={nextStep.due} today={today} />}
          {entry.promise === 'late' && ` ${t('history.promise.late')}`}
          {entry.promise === 'kept' && ` ${t('history.promise.kept')}`}
        </Chip>
      )}
    </p>
  );
}

/** The words of a contact, of the version that holds or of one it replaced. */
function Words({ contact }: { contact: Contact }) {
  const details = circumstances(contact);
  return (
    <>
      {details && <p class="entry-meta">{details}</p>}
      {(contact.goal || contact.marker) && (
        <p class="entry-text">
          {contact.goal && `${t('log.goal')}${t('ui.colon')}${contact.goal}`}
          {contact.marker && <span class="entry-marker">{contact.marker}</span>}
        </p>
      )}
      {contact.recording && (
        <p class="entry-text">{`${t('log.recording')}${t('ui.colon')}${recordingWord(contact.recording)}`}</p>
      )}
      {contact.note && (
        <p class={contact.clientWords ? 'entry-text entry-quote' : 'entry-text'}>
          {contact.clientWords && <span class="entry-by">{t('log.clientWords')}</span>}
          {contact.note}
        </p>
      )}
    </>
  );
}

function Earlier({ earlier, today }: { earlier: readonly Contact[]; today: CivilDay }) {
  return (
    <ol class="entry-earlier">
      {earlier.map((contact) => (
        <li key={contact.id}>
          <p class="entry-text">
            <b>{headline(contact)}</b> <Outcome contact={contact} /> <Day day={contact.day} today={today} />
          </p>
          <Words contact={contact} />
          {contact.nextStep && <p class="entry-text">→ {contact.nextStep.text}</p>}
        </li>
      ))}
    </ol>
  );
}

function menuOf({ contact }: TimelineEntry, deeds: EntryDeeds): MenuItem[] {
  const copy = { id: 'copy', label: t('log.copyToCrm'), pick: () => deeds.copy(contact) };
  if (contact.origin === 'crm') return [copy];
  const amend = { id: 'amend', label: t('history.amend'), pick: () => deeds.amend(contact) };
  return [copy, amend];
}

/** Whether the entry stands in the bank's own system; the RM's word can be given and taken back. */
function Entered({ entry, deeds }: { entry: TimelineEntry; deeds: EntryDeeds }) {
  const { contact, inCrm } = entry;
  if (contact.origin === 'crm' || inCrm) return <Chip title={t('history.fromCrm')}>CRM</Chip>;
  if (contact.state !== 'done') return null;
  const { enteredInCrm } = contact;
  return (
    <button
      type="button"
      class={enteredInCrm ? 'chip chip-button chip-entered' : 'chip chip-button'}
      aria-pressed={enteredInCrm}
      title={t('history.entered.hint')}
      onClick={() => deeds.markEntered(contact, !enteredInCrm)}
    >
      {enteredInCrm ? t('history.entered.yes') : t('history.entered.no')}
    </button>
  );
}

/** That an entry was amended, and the versions before, to be read. */
function Amended({ earlier, today }: { earlier: readonly Contact[]; today: CivilDay }) {
  const [open, setOpen] = useState(false);
  if (earlier.length === 0) return null;
  return (
    <>
      <button type="button" class="btn btn-link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('history.amended', earlier.length)}
      </button>
      {open && <Earlier earlier={earlier} today={today} />}
    </>
  );
}

/** One line of the contact history. */
export function Entry({ entry, today, deeds }: { entry: TimelineEntry; today: CivilDay; deeds: EntryDeeds }) {
  const { contact } = entry;
  const planned = contact.state === 'planned';
  return (
    <li class="entry">
      <ChannelTile channel={contact.channel} planned={planned} />
      <div class="entry-body">
        <div class="entry-head">
          <div class="entry-what">
            <b>{headline(contact)}</b>
            {planned && <Chip tone="accent">{t('history.planned')}</Chip>}
            <Outcome contact={contact} />
            <Entered entry={entry} deeds={deeds} />
            {contact.mass && <Chip>{t('log.mass')}</Chip>}
          </div>
          <span class="entry-when">
            <Day day={contact.day} today={today} />
          </span>
          <Menu
            class="iconbtn entry-menu"
            label={t('history.menu', headline(contact))}
            items={menuOf(entry, deeds)}
          >
            <MoreIcon />
          </Menu>
        </div>
        <Words contact={contact} />
        <Next entry={entry} today={today} />
        {planned && (
          <button type="button" class="btn btn-link" onClick={() => deeds.conclude(contact)}>
            {t('history.conclude')}
          </button>
        )}
        <Amended earlier={entry.earlier} today={today} />
      </div>
    </li>
  );
}
