import { useState } from 'preact/hooks';
import type { Contact } from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { TimelineEntry } from '@/utils/domain/timeline/entry';
import { Chip } from '../../ui/Chip';
import { exactDay } from '../../ui/dayWords';
import { MoreIcon } from '../../ui/icons';
import { Menu, type MenuItem } from '../../ui/Menu';
import { Day } from '../../ui/Say';
import { t } from '../../ui/words';
import { ChannelTile } from './ChannelTile';
import { failure, headline, whenAndWhere } from './contactWords';

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
  const { goalReached, marker } = contact;
  if (!goalReached) return null;
  const word = goalReached === 'yes' && marker ? marker : t(`goal.${goalReached}`);
  return (
    <span class={`entry-goal entry-goal-${goalReached}`} title={t(`goal.${goalReached}`)}>
      <span aria-hidden="true">{REACHED_MARKS[goalReached]}</span> {word}
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
  const people = [contact.metWith, contact.companions].filter((part) => part !== null).join('，');
  return (
    <>
      {contact.goal && (
        <p class="entry-text">
          {t('log.goal')}
          {t('ui.colon')}
          {contact.goal}
        </p>
      )}
      {people && <p class="entry-text">{people}</p>}
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
            <b>{headline(contact)}</b> <Outcome contact={contact} /> {whenAndWhere(contact, today)}
          </p>
          <Words contact={contact} />
          {contact.nextStep && <p class="entry-text">→ {contact.nextStep.text}</p>}
        </li>
      ))}
    </ol>
  );
}

function menuOf({ contact }: TimelineEntry, deeds: EntryDeeds): MenuItem[] {
  const copy = { id: 'copy', label: t('history.copyAsText'), pick: () => deeds.copy(contact) };
  if (contact.origin === 'crm') return [copy];
  const amend = { id: 'amend', label: t('history.amend'), pick: () => deeds.amend(contact) };
  return [copy, amend];
}

/** The marks at the foot of an entry: where it stands in the bank's system, and whether it was amended. */
function Marks({ entry, deeds, today }: { entry: TimelineEntry; deeds: EntryDeeds; today: CivilDay }) {
  const [open, setOpen] = useState(false);
  const { contact, earlier, inCrm } = entry;
  const own = contact.origin === 'own' && contact.state === 'done';
  if (!own && earlier.length === 0 && contact.origin === 'own') return null;
  return (
    <>
      <p class="entry-marks">
        {(contact.origin === 'crm' || inCrm) && <Chip title={t('history.fromCrm')}>CRM</Chip>}
        {contact.mass && <Chip>{t('log.mass')}</Chip>}
        {own && !inCrm && (
          <button
            type="button"
            class={contact.enteredInCrm ? 'chip chip-button chip-good' : 'chip chip-button'}
            aria-pressed={contact.enteredInCrm}
            title={t('history.entered.hint')}
            onClick={() => deeds.markEntered(contact, !contact.enteredInCrm)}
          >
            {contact.enteredInCrm ? t('history.entered.yes') : t('history.entered.no')}
          </button>
        )}
        {earlier.length > 0 && (
          <button type="button" class="chip chip-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('history.amended', earlier.length)}
          </button>
        )}
      </p>
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
          <b>{headline(contact)}</b>
          {planned && <Chip tone="accent">{t('history.planned')}</Chip>}
          <Outcome contact={contact} />
          <span class="entry-when" title={exactDay(contact.day)}>
            {whenAndWhere(contact, today)}
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
        <Marks entry={entry} deeds={deeds} today={today} />
      </div>
    </li>
  );
}
