import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FACT_SOURCES, type FactSource } from '@/utils/domain/schema/client';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { isComposing, isSaveKey } from '../../ui/keys';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

const SOURCE_WORDS = {
  client: 'profile.clientSaid',
  crm: 'facts.crmShows',
  guess: 'profile.myGuess',
} as const satisfies Record<FactSource, string>;

/** What every row says beside its own fields. */
interface Sourced {
  source: FactSource;
  day: CivilDay;
}

interface Props<Row extends Sourced> {
  /** Names the form among those half written: its client, its section and its row. */
  formKey: string;
  label: string;
  /** The row to begin with: a new one, or one to be changed. */
  start: Row;
  today: CivilDay;
  desk: Desk;
  /** Which sources may say so; all, unless something in the row needs more than a guess. */
  sources?: (row: Row) => readonly FactSource[];
  /** Resolves to whether it is on the disk; the form stays with what was entered until it is. */
  onSave: (row: Row) => Promise<boolean>;
  onClose: () => void;
  children: (row: Row, change: (change: Partial<Row>) => void) => ComponentChildren;
}

/**
 * Enters or changes a row in place. Who says so is part of the saving (§4), and none is preselected;
 * Ctrl+Enter stands for the first. What is entered outlives the form: left by Escape or for another
 * client, it is there again when someone comes back, for as long as the panel is open; only saving and
 * cancelling end it.
 */
export function RowForm<Row extends Sourced>(props: Props<Row>) {
  const { formKey, label, start, today, desk, sources, onSave, onClose, children } = props;
  const [row, setRow] = useState<Row>(() => ({ ...start, ...(desk.unsaved.get(formKey) ?? {}) }));
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);

  const change = (next: Partial<Row>) => {
    const changed = { ...row, ...next };
    desk.unsaved.set(formKey, changed);
    setRow(changed);
  };
  const allowed = sources?.(row) ?? FACT_SOURCES;
  const save = async (source: FactSource) => {
    if (saving || !allowed.includes(source)) return;
    setSaving(true);
    if (!(await onSave({ ...row, source, day: today }))) return setSaving(false);
    desk.unsaved.delete(formKey);
    onClose();
  };
  const cancel = () => {
    desk.unsaved.delete(formKey);
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
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (isSaveKey(event)) void save('client');
        else if (event.key === 'Escape') onClose();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div class="rowform-fields">{children(row, change)}</div>
      <div class="editor-row">
        {FACT_SOURCES.map((source) => (
          <Button
            key={source}
            kind={source === 'client' ? 'go' : 'plain'}
            type={source === 'client' ? 'submit' : 'button'}
            disabled={saving || !allowed.includes(source)}
            {...(source === 'client' ? { hotkey: 'Ctrl ↵' } : { onClick: () => void save(source) })}
          >
            {t(SOURCE_WORDS[source])}
          </Button>
        ))}
        <Button kind="ghost" onClick={cancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
