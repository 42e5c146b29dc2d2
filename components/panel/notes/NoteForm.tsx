import { useEffect, useRef, useState } from 'preact/hooks';
import type { RemindAt } from '@/utils/domain/schema/note';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { formKeys } from '../../ui/keys';
import { t } from '../../ui/words';
import { RemindField } from './RemindField';

interface Props {
  label: string;
  text: string;
  saveWord: string;
  /** When the RM is to be reminded of it; null for never. */
  remind?: RemindAt | null;
  today: CivilDay;
  /** Resolves to whether it is on the disk; the text stays until it is. */
  onSave: (text: string, remind: RemindAt | null) => Promise<boolean>;
  onClose: () => void;
}

/** Writes or edits a note; Ctrl+Enter saves, Escape leaves. */
export function NoteForm(props: Props) {
  const { label, text: before, remind: remindBefore = null, saveWord, today, onSave, onClose } = props;
  const [text, setText] = useState(before);
  const [remind, setRemind] = useState(remindBefore);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const save = async () => {
    if (text.trim() === '' || saving) return;
    setSaving(true);
    if (!(await onSave(text.trim(), remind))) setSaving(false);
  };
  return (
    <form
      ref={form}
      class="noteform"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={formKeys(() => void save(), onClose)}
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
      <RemindField value={remind} today={today} onChange={setRemind} />
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
