import { useEffect, useRef, useState } from 'preact/hooks';
import type { CatalogueField } from '@/utils/domain/clarity/catalogue/field';
import type { FactSource } from '@/utils/domain/schema/factSource';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import { Button } from '../../ui/Button';
import { isComposing, isSaveKey } from '../../ui/keys';
import { t } from '../../ui/words';
import { ValueInput } from './ValueInput';
import { fieldName } from './valueWords';

interface Props {
  field: CatalogueField;
  value: FieldValue | null;
  /** Resolves to whether it is on the disk; the form stays with what was typed until it is. */
  onSave: (value: FieldValue, source: FactSource) => Promise<boolean>;
  onClose: () => void;
}

/** Whether Enter in this element saves. */
const isLine = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/**
 * Fills in one field in place. Who says so is part of the saving: the client said it, or it is the
 * RM's own guess, which counts less (§4). Neither is preselected.
 */
export function FieldEditor({ field, value: before, onSave, onClose }: Props) {
  const [value, setValue] = useState<FieldValue | null>(before);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, [role="radio"]')?.focus();
  }, []);

  const save = async (source: FactSource) => {
    if (!value || saving) return;
    setSaving(true);
    if (await onSave(value, source)) onClose();
    else setSaving(false);
  };
  return (
    <form
      ref={form}
      class="editor"
      aria-label={fieldName(field.key)}
      onSubmit={(event) => {
        event.preventDefault();
        void save('client');
      }}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Escape') onClose();
        else if (isSaveKey(event) || (event.key === 'Enter' && isLine(event.target))) void save('client');
        else return;
        event.preventDefault();
      }}
    >
      <ValueInput field={field} value={value} onChange={setValue} />
      <div class="editor-row">
        <Button kind="go" type="submit" disabled={!value || saving}>
          {t('profile.clientSaid')}
        </Button>
        <Button disabled={!value || saving} onClick={() => void save('guess')}>
          {t('profile.myGuess')}
        </Button>
        <Button kind="ghost" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
