import { useEffect, useRef, useState } from 'preact/hooks';
import type { RemindAt, Sensitivity } from '@/utils/domain/schema/note';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { formKeys } from '../../ui/keys';
import { t } from '../../ui/words';
import { RemindField } from './RemindField';
import { SensitivityField } from './SensitivityField';

/** What the form comes to. */
export interface WrittenNote {
  text: string;
  remind: RemindAt | null;
  sensitivity: Sensitivity | null;
}

interface Props {
  label: string;
  text: string;
  saveWord: string;
  /** When the RM is to be reminded of it; null for never. */
  remind?: RemindAt | null;
  /** How far it may go; null for a normal one. */
  sensitivity?: Sensitivity | null;
  today: CivilDay;
  /** Asks for the text alone. */
  bare?: boolean;
  /** Resolves to whether it is on the disk; the text stays until it is. */
  onSave: (note: WrittenNote) => Promise<boolean>;
  onClose: () => void;
}

/** Writes or edits a note; Ctrl+Enter saves, Escape leaves. */
export function NoteForm(props: Props) {
  const { label, text: before, saveWord, today, bare, onSave, onClose } = props;
  const [text, setText] = useState(before);
  const [remind, setRemind] = useState(props.remind ?? null);
  const [sensitivity, setSensitivity] = useState(props.sensitivity ?? null);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const save = async () => {
    if (text.trim() === '' || saving) return;
    setSaving(true);
    if (!(await onSave({ text: text.trim(), remind, sensitivity }))) setSaving(false);
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
      {!bare && (
        <>
          <RemindField value={remind} today={today} onChange={setRemind} />
          <SensitivityField value={sensitivity} onChange={setSensitivity} />
        </>
      )}
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
