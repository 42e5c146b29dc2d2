import { useMemo } from 'preact/hooks';
import { CHANNELS, type Channel } from '@/utils/domain/schema/contact';
import type { TimelineEntry } from '@/utils/domain/timeline/entry';
import { Field } from '../../ui/Field';
import { isComposing } from '../../ui/keys';
import { t } from '../../ui/words';
import { channelsIn } from './months';

interface Props {
  entries: readonly TimelineEntry[];
  channel: Channel | null;
  onChannel: (channel: Channel | null) => void;
  query: string;
  onQuery: (query: string) => void;
  /** How many entries the bank's CRM has not got. */
  pending: number;
  onlyPending: boolean;
  onPending: (only: boolean) => void;
  /** How many entries are left. */
  found: number;
}

/** Filter by channel and search in the words of the history. */
export function Filter(props: Props) {
  const { entries, channel, onChannel, query, onQuery, pending, onlyPending, onPending, found } = props;
  const channels = useMemo(() => channelsIn(entries), [entries]);
  return (
    <div class="filter">
      <Field label={t('history.search')} quiet>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            autocomplete="off"
            class="input filter-search"
            placeholder={t('history.searchShort')}
            value={query}
            onInput={(event) => onQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || isComposing(event) || query === '') return;
              event.preventDefault();
              onQuery('');
            }}
          />
        )}
      </Field>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on the screen */}
      <div class="filter-chips" role="group" aria-label={t('history.byChannel')}>
        {channels.map((each) => (
          <button
            key={each}
            type="button"
            class="letter"
            aria-pressed={each === channel}
            aria-label={t(`channel.${each}`)}
            title={t(`channel.${each}`)}
            onClick={() => onChannel(each === channel ? null : each)}
          >
            {CHANNELS[each]}
          </button>
        ))}
        {(pending > 0 || onlyPending) && (
          <button
            type="button"
            class="chip chip-button"
            aria-pressed={onlyPending}
            onClick={() => onPending(!onlyPending)}
          >
            {t('history.pending', pending)}
          </button>
        )}
      </div>
      <span class="unseen" role="status">
        {t('history.found', found)}
      </span>
    </div>
  );
}
