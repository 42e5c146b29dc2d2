import { useMemo, useState } from 'preact/hooks';
import type { Note } from '@/utils/domain/schema/note';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { PlusIcon } from '../../ui/icons';
import { t } from '../../ui/words';
import type { Desk, ShownClient } from '../desk';
import { Section } from '../Section';
import { NoteForm, type WrittenNote } from './NoteForm';
import { NoteItem } from './NoteItem';
import './notes.css';

interface Props {
  notes: readonly Note[];
  client: ShownClient;
  zone: string;
  today: CivilDay;
  desk: Desk;
}

/** Pinned ones on top, the newest first. */
const inOrder = (notes: readonly Note[]): Note[] =>
  [...notes].sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.createdAt - a.createdAt);

/** Free notes on the client. */
export function Notes({ notes, client, zone, today, desk }: Props) {
  const [adding, setAdding] = useState(false);
  const sorted = useMemo(() => inOrder(notes), [notes]);
  const add = async ({ text, remind, sensitivity }: WrittenNote) => {
    const noteId = desk.port.newNoteId();
    const more = { ...(remind ? { remind } : {}), ...(sensitivity ? { sensitivity } : {}) };
    const note = { noteId, text, pinned: false, ...more };
    const command = { do: 'addNote', subject: client.subject, ...note } as const;
    const outcome = await desk.deeds.perform(command, t('notes.added', client.name));
    if (outcome.ok) setAdding(false);
    return outcome.ok;
  };
  return (
    <Section
      id="notes"
      title={t('notes.title')}
      count={notes.length > 0 ? notes.length : undefined}
      action={
        !adding && (
          <Button kind="link" onClick={() => setAdding(true)}>
            <PlusIcon />
            {t('notes.add')}
          </Button>
        )
      }
    >
      {adding && (
        <NoteForm
          label={t('notes.add')}
          text=""
          saveWord={t('log.saveTo', client.name)}
          today={today}
          onSave={add}
          onClose={() => setAdding(false)}
        />
      )}
      {notes.length === 0 && !adding && <p class="quiet">{t('notes.none')}</p>}
      <ul class="notes">
        {sorted.map((note) => (
          <NoteItem
            key={note.id}
            note={note}
            original={notes.find(({ id }) => id === note.copyOf)}
            zone={zone}
            today={today}
            desk={desk}
          />
        ))}
      </ul>
    </Section>
  );
}
