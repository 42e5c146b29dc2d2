import { useEffect, useRef, useState } from 'preact/hooks';
import type { Shelved } from '@/utils/app/library';
import type { PieceFault } from '@/utils/domain/library/libraryText';
import { type Piece, TRACK_KINDS } from '@/utils/domain/library/piece';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import { PURPOSES } from '@/utils/domain/schema/contact';
import { HOLDING_KINDS, RISK_LEVELS } from '@/utils/domain/schema/holding';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { formKeys } from '../../ui/keys';
import { phrase, t } from '../../ui/words';
import type { LibraryDesk } from './desk';
import { FIELDS, readField, typedOf } from './form';
import { faultText } from './words';

interface Props {
  piece: Piece;
  /** How it stands on the shelf; null for a new one. */
  before: Shelved | null;
  desk: LibraryDesk;
  onDone: () => void;
}

interface SelectProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <Field label={label}>
      {(wiring) => (
        <select
          {...wiring}
          class="input"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((each) => (
            <option key={each.value} value={each.value}>
              {each.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The choices of a piece that are no words: its kind, its purpose, the product a card is of. */
function Choices({ piece, change }: { piece: Piece; change: (next: Record<string, unknown>) => void }) {
  if (piece.type === 'track')
    return (
      <Select
        label={t('library.field.kind')}
        value={piece.kind}
        options={TRACK_KINDS.map((value) => ({ value, label: t(`library.kind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
    );
  if (piece.type === 'checklist')
    return (
      <Select
        label={t('library.field.purpose')}
        value={piece.purpose}
        options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        onChange={(purpose) => change({ purpose })}
      />
    );
  if (piece.type === 'case') return null;
  return (
    <div class="lrow">
      <Select
        label={t('library.field.kind')}
        value={piece.kind}
        options={HOLDING_KINDS.map((value) => ({ value, label: phrase(`sort.holding.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <Select
        label={t('library.field.risk')}
        value={piece.risk ?? ''}
        options={[
          { value: '', label: t('library.noRisk') },
          ...RISK_LEVELS.map((value) => ({ value, label: value })),
        ]}
        onChange={(risk) => change({ risk: risk === '' ? null : risk })}
      />
      <Field label={t('library.field.product')} hint={t('library.productHint')}>
        {(wiring) => (
          <input
            autocomplete="off"
            {...wiring}
            class="input"
            value={piece.product ?? ''}
            onInput={(event) => change({ product: event.currentTarget.value.trim() || null })}
          />
        )}
      </Field>
    </div>
  );
}

/** Beside which prompts a track stands. */
function Attached({ rules, set }: { rules: readonly string[]; set: (rules: string[]) => void }) {
  return (
    <details class="lrules">
      <summary>{t('library.attached', rules.length)}</summary>
      <div>
        {ALL_RULES.map(({ id }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={rules.includes(id)}
              onChange={(event) =>
                set(event.currentTarget.checked ? [...rules, id] : rules.filter((rule) => rule !== id))
              }
            />
            {phrase(`rule.${id}.name`)}
          </label>
        ))}
      </div>
    </details>
  );
}

/** Writes or edits a piece. What a bank may not say is named at its field, and nothing is kept until it is mended. */
export function PieceForm({ piece: start, before, desk, onDone }: Props) {
  const [piece, setPiece] = useState<Piece>(start);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [faults, setFaults] = useState<readonly PieceFault[]>([]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const fields = Object.entries(FIELDS[piece.type]);
  const stands = (name: string): string => typed[name] ?? typedOf(Reflect.get(piece, name));
  const save = async () => {
    const words = fields.map(([name, how]) => [name, readField(how, stands(name))]);
    const found = await desk.keep({ ...piece, ...Object.fromEntries(words) }, before);
    setFaults(found);
    if (found.length === 0) onDone();
  };
  const faultsAt = (name: string): string | null => {
    const own = faults.filter(({ path }) => path === name || path.startsWith(`${name}.`));
    return own.length > 0 ? own.map(faultText).join(' ') : null;
  };
  const elsewhere = faults.filter(
    ({ path }) => !fields.some(([name]) => path === name || path.startsWith(`${name}.`)),
  );
  return (
    <form
      ref={form}
      class="lform"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={formKeys(() => void save(), onDone)}
    >
      {/* A change of kind or purpose is one of the parsed ones: the selects offer no other. */}
      <Choices piece={piece} change={(next) => setPiece({ ...piece, ...next })} />
      {fields.map(([name, how]) => (
        <Field
          key={name}
          label={phrase(`library.field.${name}`)}
          error={faultsAt(name)}
          {...(how === 'lines' || how === 'answers' ? { hint: t(`library.hint.${how}`) } : {})}
          {...(name === 'text' ? { hint: t('library.hint.places', '{title}', '{name}') } : {})}
        >
          {(wiring) =>
            how === 'line' ? (
              <input
                autocomplete="off"
                {...wiring}
                class="input"
                maxLength={80}
                value={stands(name)}
                onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
              />
            ) : (
              <textarea
                autocomplete="off"
                {...wiring}
                class="input input-area"
                rows={how === 'text' ? 5 : 4}
                value={stands(name)}
                onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
              />
            )
          }
        </Field>
      ))}
      {piece.type === 'track' && (
        <Attached
          rules={piece.fits?.rules ?? []}
          set={(rules) => setPiece({ ...piece, fits: { ...piece.fits, rules } })}
        />
      )}
      {elsewhere.length > 0 && (
        <p class="field-error" role="alert">
          {elsewhere.map(faultText).join(' ')}
        </p>
      )}
      <div class="editor-row">
        <Button kind="go" type="submit" hotkey="Ctrl ↵">
          {t('ui.save')}
        </Button>
        <Button kind="ghost" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
