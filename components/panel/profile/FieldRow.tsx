import type { CatalogueField } from '@/utils/domain/clarity/catalogue/field';
import type { FieldStanding } from '@/utils/domain/clarity/report';
import type { Client, FieldKey } from '@/utils/domain/schema/client';
import type { FactSource } from '@/utils/domain/schema/factSource';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { Chip, type Tone } from '../../ui/Chip';
import { exactDay } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { Phone } from '../who/Phone';
import { FieldEditor } from './FieldEditor';
import { fieldName, sayValue } from './valueWords';

/** What the profile does with a field. */
export interface FieldDeeds {
  /** Opens or closes the form of a field. */
  edit(key: FieldKey | null): void;
  save(key: FieldKey, value: FieldValue, source: FactSource): Promise<boolean>;
  /** Takes the RM's own value back, so that the CRM's stands. */
  takeCrm(key: FieldKey): void;
}

interface Props {
  standing: FieldStanding;
  /** Null for fields the CRM alone has. */
  field: CatalogueField | null;
  client: Client;
  today: CivilDay;
  editing: boolean;
  deeds: FieldDeeds;
  desk: Desk;
}

const STATE_TONES = { stale: 'soon', conflict: 'late' } as const satisfies Record<string, Tone>;

/** 客户说 · CRM · 推测, with the age where it is known. */
function sourceWord({ source, ageDays }: FieldStanding): string | null {
  if (source === null) return null;
  const who = t(`profile.source.${source}`);
  return ageDays === null || ageDays === 0 ? who : `${who} · ${t('when.daysAgo', ageDays)}`;
}

function Value({
  value,
  field,
  today,
  desk,
}: {
  value: FieldValue;
  field: FieldKey;
  today: CivilDay;
  desk: Desk;
}) {
  if (value.type === 'phone') return <Phone phone={value} desk={desk} />;
  const exact = value.type === 'day' ? exactDay(value.day) : undefined;
  return <span {...(exact === undefined ? {} : { title: exact })}>{sayValue(field, value, today)}</span>;
}

/** What the RM noted and what the CRM shows differ: which one holds? */
function Conflict({ standing, client, today, deeds }: Props) {
  const { key } = standing;
  const noted = client.facts[key];
  const shown = client.observed[key];
  if (!noted || !shown) return null;
  return (
    <div class="conflict">
      <p>
        {t('profile.conflict.noted', sayValue(key, noted.value, today))}
        <Button kind="link" onClick={() => void deeds.save(key, noted.value, noted.source)}>
          {t('profile.conflict.keep')}
        </Button>
      </p>
      <p>
        {t('profile.conflict.crm', sayValue(key, shown.value, today))}
        <Button kind="link" onClick={() => deeds.takeCrm(key)}>
          {t('profile.conflict.take')}
        </Button>
      </p>
    </div>
  );
}

/** One field of the profile: what is known, from whom, how old; filled in place. */
export function FieldRow(props: Props) {
  const { standing, field, editing, deeds, today, desk } = props;
  const { key, value, state } = standing;
  const name = fieldName(key);
  const marked = state === 'stale' || state === 'conflict';
  return (
    <li class="fieldrow" id={`field-${key}`}>
      <div class="fieldrow-line">
        <span class="fieldrow-name">{name}</span>
        <span class="fieldrow-value">
          {value ? <Value value={value} field={key} today={today} desk={desk} /> : null}
          {state === 'missing' && <span class="fieldrow-missing">{t('profile.state.missing')}</span>}
          {marked && <Chip tone={STATE_TONES[state]}>{t(`profile.state.${state}`)}</Chip>}
          {value && !marked && <span class="fieldrow-source">{sourceWord(standing)}</span>}
        </span>
        {standing.lost > 0 && (
          <span class="fieldrow-gain" title={t('profile.gainHint', standing.lost)}>
            +{Math.round(standing.lost * 10) / 10}
          </span>
        )}
        {field && (
          <button
            type="button"
            class="btn btn-link"
            aria-expanded={editing}
            aria-label={t(value ? 'profile.editOf' : 'profile.fillOf', name)}
            onClick={() => deeds.edit(editing ? null : key)}
          >
            {t(value ? 'profile.edit' : 'profile.fill')}
          </button>
        )}
      </div>
      {state === 'conflict' && !editing && <Conflict {...props} />}
      {editing && field && (
        <FieldEditor
          field={field}
          value={value}
          onSave={(next, source) => deeds.save(key, next, source)}
          onClose={() => deeds.edit(null)}
        />
      )}
    </li>
  );
}
