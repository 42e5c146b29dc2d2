import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FACT_SOURCES, type FactSource } from '@/utils/domain/schema/factSource';
import { Button } from '../../ui/Button';
import { formKeys } from '../../ui/keys';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import type { FormKey } from '../unsaved';

const SOURCE_WORDS = {
  client: 'profile.clientSaid',
  crm: 'facts.crmShows',
  guess: 'profile.myGuess',
} as const satisfies Record<FactSource, string>;

/** The first button alone. */
const ONLY: readonly FactSource[] = ['client'];

interface Props<Row> {
  /** Names the form among those half written: its client, its section and its row. */
  formKey: FormKey;
  label: string;
  /** The row to begin with: a new one, or one to be changed. */
  start: Row;
  desk: Desk;
  /** Whether to take the focus at once. */
  grab: boolean;
  /** For what nobody has to vouch for: one button saves. */
  unsourced?: true;
  /** Which sources may say so; all, unless something in the row needs more than a guess. */
  sources?: (row: Row) => readonly FactSource[];
  /** Resolves to whether it is on the disk; the form stays with what was entered until it is. */
  onSave: (row: Row, source: FactSource) => Promise<boolean>;
  onClose: () => void;
  children: (row: Row, change: (change: Partial<Row>) => void) => ComponentChildren;
}

/**
 * Enters or changes a row in place. Who says so is part of the saving (§4), and none is preselected;
 * Ctrl+Enter stands for the first. What is entered outlives the form and the panel: left by Escape, for
 * another client or by a closed tab, it is there again when someone comes back; only saving and cancelling
 * end it.
 */
export function RowForm<Row extends object>(props: Props<Row>) {
  const { formKey, label, start, desk, grab, unsourced, sources, onSave, onClose, children } = props;
  const [row, setRow] = useState<Row>(() => ({ ...start, ...desk.unsaved.get(formKey) }));
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (grab) form.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, []);

  const change = (next: Partial<Row>) => {
    const changed = { ...row, ...next };
    desk.unsaved.set(formKey, changed);
    setRow(changed);
  };
  const offered = unsourced ? ONLY : FACT_SOURCES;
  const allowed = sources?.(row) ?? offered;
  const save = async (source: FactSource) => {
    if (saving || !allowed.includes(source)) return;
    setSaving(true);
    if (!(await onSave(row, source))) return setSaving(false);
    desk.unsaved.end(formKey);
    onClose();
  };
  const cancel = () => {
    desk.unsaved.end(formKey);
    onClose();
  };
  return (
    <form
      ref={form}
      class="editor rowform"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void save('client');
      }}
      onKeyDown={formKeys(() => void save('client'), onClose)}
    >
      <div class="rowform-fields">{children(row, change)}</div>
      <div class="editor-row">
        {offered.map((source) => (
          <Button
            key={source}
            kind={source === 'client' ? 'go' : 'plain'}
            type={source === 'client' ? 'submit' : 'button'}
            disabled={saving || !allowed.includes(source)}
            {...(source === 'client' ? { hotkey: 'Ctrl ↵' } : { onClick: () => void save(source) })}
          >
            {t(unsourced ? 'ui.save' : SOURCE_WORDS[source])}
          </Button>
        ))}
        <Button kind="ghost" onClick={cancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
