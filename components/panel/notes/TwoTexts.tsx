import { useId, useState } from 'preact/hooks';
import type { Note } from '@/utils/domain/schema/note';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { formKeys } from '../../ui/keys';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

interface Props {
  /** The note that two devices wrote into at once. */
  note: Note;
  /** The text that stood against its own. */
  copy: Note;
  desk: Desk;
  onClose(): void;
}

/** The two texts of one note: one of them stays, both do, or one is written from both. */
export function TwoTexts({ note, copy, desk, onClose }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const settle = async (text: string | null, said: string) => {
    if (busy || text === '') return;
    setBusy(true);
    const { clientId, id: noteId } = note;
    const seen: [string, string] = [note.text, copy.text];
    const command = { do: 'settleNotes', clientId, noteId, copyId: copy.id, text, seen } as const;
    const { ok } = await desk.deeds.perform(command, said);
    setBusy(false);
    if (ok) onClose();
  };
  const write = () => void settle((typed ?? '').trim(), t('notes.two.written'));
  if (typed !== null) {
    return (
      <form
        class="noteform"
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
        onKeyDown={formKeys(write, () => setTyped(null))}
      >
        <Field label={t('notes.two.one')}>
          {(wiring) => (
            <textarea
              {...wiring}
              class="input input-area"
              autocomplete="off"
              rows={5}
              maxLength={5000}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="editor-row">
          <Button kind="go" type="submit" hotkey="Ctrl ↵" disabled={busy || typed.trim() === ''}>
            {t('ui.save')}
          </Button>
          <Button kind="ghost" onClick={() => setTyped(null)}>
            {t('ui.cancel')}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <fieldset aria-label={t('notes.two.about')} class="notetwo">
      {[note, copy].map((one) => (
        <div key={one.id}>
          <p id={`${id}${one.id}`} class="note-text">
            {one.text}
          </p>
          <Button
            kind="ghost"
            disabled={busy}
            aria-describedby={`${id}${one.id}`}
            onClick={() => void settle(one.text, t('notes.two.kept'))}
          >
            {t('notes.two.keep')}
          </Button>
        </div>
      ))}
      <div class="editor-row">
        <Button kind="ghost" disabled={busy} onClick={() => void settle(null, t('notes.two.bothKept'))}>
          {t('notes.two.both')}
        </Button>
        <Button
          kind="ghost"
          disabled={busy}
          onClick={() => setTyped(`${note.text}\n${copy.text}`.slice(0, 5000))}
        >
          {t('notes.two.one')}
        </Button>
        <Button kind="link" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
