import { useState } from 'preact/hooks';
import type { Note } from '@/utils/domain/schema/note';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { NoteForm } from './NoteForm';

interface Props {
  /** The note that two devices wrote into at once. */
  note: Note;
  /** The text that stood against its own. */
  copy: Note;
  today: CivilDay;
  desk: Desk;
  onClose(): void;
}

/** The two texts of one note: one of them stays, both do, or one is written from both. */
export function TwoTexts({ note, copy, today, desk, onClose }: Props) {
  const [writing, setWriting] = useState(false);
  const [busy, setBusy] = useState(false);
  const settle = async (text: string | null, said: string) => {
    setBusy(true);
    const { clientId, id: noteId } = note;
    const seen: [string, string] = [note.text, copy.text];
    const command = { do: 'settleNotes', clientId, noteId, copyId: copy.id, text, seen } as const;
    const { ok } = await desk.deeds.perform(command, said);
    setBusy(false);
    if (ok) onClose();
    return ok;
  };
  if (writing) {
    return (
      <NoteForm
        label={t('notes.two.one')}
        text={`${note.text}\n${copy.text}`}
        saveWord={t('ui.save')}
        today={today}
        bare
        onSave={({ text }) => settle(text, t('notes.two.written'))}
        onClose={() => setWriting(false)}
      />
    );
  }
  return (
    <fieldset aria-label={t('notes.two.about')} class="notetwo">
      {[note, copy].map((one) => (
        <div key={one.id}>
          <p class="note-text">{one.text}</p>
          <Button
            kind="link"
            disabled={busy}
            title={one.text}
            onClick={() => void settle(one.text, t('notes.two.kept'))}
          >
            {t('notes.two.keep')}
          </Button>
        </div>
      ))}
      <div class="editor-row">
        <Button kind="link" disabled={busy} onClick={() => void settle(null, t('notes.two.bothKept'))}>
          {t('notes.two.both')}
        </Button>
        <Button kind="link" disabled={busy} onClick={() => setWriting(true)}>
          {t('notes.two.one')}
        </Button>
        <Button kind="ghost" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
