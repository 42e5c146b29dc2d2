import { useState } from 'preact/hooks';
import { dayOf } from '@/utils/domain/day';
import type { Note } from '@/utils/domain/schema/note';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { clockTime } from '../../ui/dayWords';
import { MoreIcon, PinIcon } from '../../ui/icons';
import { Later } from '../../ui/Later';
import { Menu } from '../../ui/Menu';
import { Day } from '../../ui/Say';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { NoteForm, type WrittenNote } from './NoteForm';

const loadTwo = () => import('./TwoTexts');

interface Props {
  note: Note;
  /** The note against whose text this one's stood when two devices wrote at once; as long as both are there. */
  original?: Note | undefined;
  zone: string;
  today: CivilDay;
  desk: Desk;
}

/** One note: pinned, edited or removed in place; removing can be undone. */
export function NoteItem({ note, original, zone, today, desk }: Props) {
  const [editing, setEditing] = useState(false);
  const [settling, setSettling] = useState(false);
  const { id: noteId, clientId, text, pinned, remind, sensitivity, createdAt, editedAt } = note;
  const change = async (next: Partial<WrittenNote> & { text: string; pinned: boolean }, said: string) => {
    const outcome = await desk.deeds.perform({ do: 'editNote', clientId, noteId, ...next }, said);
    return outcome.ok;
  };
  if (editing) {
    return (
      <li class="note">
        <NoteForm
          label={t('notes.edit')}
          text={text}
          saveWord={t('ui.save')}
          remind={remind ?? null}
          today={today}
          sensitivity={sensitivity ?? null}
          onSave={async (written) => {
            const saved = await change({ ...written, pinned }, t('notes.edited'));
            if (saved) setEditing(false);
            return saved;
          }}
          onClose={() => setEditing(false)}
        />
      </li>
    );
  }
  const remove = () => void desk.deeds.perform({ do: 'removeNote', clientId, noteId }, t('notes.removed'));
  const pin = () => void change({ text, pinned: !pinned }, t(pinned ? 'notes.unpinned' : 'notes.pinned'));
  return (
    <li class={pinned ? 'note note-pinned' : 'note'}>
      {original && (
        <p class="note-two">
          {t('notes.two.about')}
          {!settling && (
            <Button kind="link" onClick={() => setSettling(true)}>
              {t('notes.two.settle')}
            </Button>
          )}
        </p>
      )}
      {original && settling ? (
        <Later load={loadTwo} fallback={<p class="note-text">{text}</p>}>
          {({ TwoTexts }) => (
            <TwoTexts
              note={original}
              copy={note}
              today={today}
              desk={desk}
              onClose={() => setSettling(false)}
            />
          )}
        </Later>
      ) : (
        <p class="note-text">{text}</p>
      )}
      <p class="note-foot">
        <Day day={dayOf(createdAt, zone)} today={today} />
        {editedAt !== null && <span>&nbsp;· {t('notes.editedMark')}</span>}
        {sensitivity && (
          <span class="note-remind">
            <Chip tone="wall" title={t(`sensitivity.means.${sensitivity}`)}>
              {t(`sensitivity.${sensitivity}`)}
            </Chip>
          </span>
        )}
        {remind && (
          <span class={remind.day <= today ? 'note-remind note-due' : 'note-remind'}>
            {t('notes.remind')} <Day day={remind.day} today={today} />
            {remind.minute !== null && ` ${clockTime(remind.minute)}`}
          </span>
        )}
        <span class="note-deeds">
          <button
            type="button"
            class="iconbtn"
            aria-pressed={pinned}
            aria-label={t('notes.pin')}
            title={t('notes.pin')}
            onClick={pin}
          >
            <PinIcon />
          </button>
          <Menu
            class="iconbtn"
            label={t('notes.menu')}
            items={[
              { id: 'edit', label: t('notes.edit'), pick: () => setEditing(true) },
              ...(remind
                ? [
                    {
                      id: 'done',
                      label: t('notes.remindDone'),
                      pick: () => void change({ text, pinned, remind: null }, t('notes.remindOff')),
                    },
                  ]
                : []),
              { id: 'remove', label: t('notes.remove'), pick: remove },
            ]}
          >
            <MoreIcon />
          </Menu>
        </span>
      </p>
    </li>
  );
}
