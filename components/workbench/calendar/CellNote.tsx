import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Mark } from '@/utils/domain/workload/grid';
import { Button } from '../../ui/Button';
import { clockTime, exactDay } from '../../ui/dayWords';
import { isComposing } from '../../ui/keys';
import { place } from '../../ui/Menu';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { planContact } from '../planContact';
import { markWord } from './look';

interface Props {
  brief: Brief;
  day: CivilDay;
  marks: readonly Mark[];
  /** The cell that it belongs to. */
  cell: HTMLElement;
  /** Whether the focus goes into it. */
  entered: boolean;
  desk: Desk;
  /** The focus is to go back to the cell. */
  close(): void;
}

function Told({ mark }: { mark: Mark }) {
  const { contact } = mark;
  const purpose = contact.purpose === null ? null : t(`purpose.${contact.purpose}`);
  const heads = [contact.minute === null ? null : clockTime(contact.minute), markWord(mark), purpose];
  return (
    <li>
      <b>{heads.filter((head) => head !== null).join(' · ')}</b>
      {contact.note && <p>{contact.note}</p>}
      {contact.nextStep && <p class="cnote-step">{t('calendar.next', contact.nextStep.text)}</p>}
    </li>
  );
}

/** The note behind a cell, and what can be done from there: open the client, plan a contact for that day. */
export function CellNote({ brief, day, marks, cell, entered, desk, close }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!box.current) return;
    box.current.showPopover();
    place(box.current, cell);
    if (entered) box.current.querySelector('button')?.focus();
  }, [cell, entered, marks]);
  const plan = (channel: 'phone' | 'meeting') => {
    close();
    void planContact(desk, brief, channel, day);
  };
  return (
    <div
      ref={box}
      class="cnote"
      popover="manual"
      role="dialog"
      aria-label={t('calendar.note', brief.name, exactDay(day))}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.stopPropagation();
        close();
      }}
    >
      <p class="cnote-head">
        <b>{brief.name}</b> {exactDay(day)}
      </p>
      {marks.length > 0 && (
        <ul>
          {marks.map((mark) => (
            <Told key={mark.contact.id} mark={mark} />
          ))}
        </ul>
      )}
      <div class="cnote-deeds">
        <Button
          kind="ghost"
          onClick={() => {
            close();
            desk.show(brief.clientId);
          }}
        >
          {t('calendar.open')}
        </Button>
        {day > desk.port.today.value && (
          <>
            <Button kind="ghost" onClick={() => plan('phone')}>
              {t('calendar.plan', t('channel.phone'))}
            </Button>
            <Button kind="ghost" onClick={() => plan('meeting')}>
              {t('calendar.plan', t('channel.meeting'))}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
