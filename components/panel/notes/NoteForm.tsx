import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { isComposing, isSaveKey } from '../../ui/keys';
import { t } from '../../ui/words';

interface Props {
  label: string;
  text: string;
  saveWord: string;
  /** Resolves to whether it is on the disk; the text stays until it is. */
  onSave: (text: string) => Promise<boolean>;
  onClose: () => void;
}

/** Writes or edits a note; Ctrl+Enter saves, Escape leaves. */
export function NoteForm({ label, text: before, saveWord, onSave, onClose }: Props) {
  const [text, setText] = useState(before);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const save = async () => {
    if (text.trim() === '' || saving) return;
    setSaving(true);
    if (!(await onSave(text.trim()))) setSaving(false);
  };
  return (
    <form
      ref={form}
      class="noteform"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (isSaveKey(event)) void save();
        else if (event.key === 'Escape') onClose();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Field label={label} quiet>
        {(wiring) => (
          <textarea
            {...wiring}
            class="input input-area"
            autocomplete="off"
            rows={2}
            maxLength={5000}
            placeholder={t('notes.hint')}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="editor-row">
        <Button kind="go" type="submit" hotkey="Ctrl ↵" disabled={text.trim() === '' || saving}>
          {saveWord}
        </Button>
        <Button kind="ghost" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
