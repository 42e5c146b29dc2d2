import type { RefObject } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { CivilDay } from '@/utils/domain/schema/time';
import { SearchIcon } from '../ui/icons';
import { isComposing } from '../ui/keys';
import { t } from '../ui/words';
import { ClientRow } from './ClientRow';
import type { Finder } from './finder';
import { BELOW_SEARCH, hitRow, type Row, type StartRows } from './lists';
import { MOST_ROWS, TodayHead } from './TodayList';

interface Props {
  finder: Finder;
  start: StartRows;
  overdue: number | null;
  today: CivilDay;
  loading: boolean;
  /** Whether to take the focus at once: not where something else is the first thing to do. */
  grab: boolean;
  input: RefObject<HTMLInputElement | null>;
  pick(row: Row): void;
  /** Leaves the search; null where there is nothing to go back to. */
  leave: (() => void) | null;
}

interface Group {
  id: 'today' | 'recent' | 'found';
  rows: readonly Row[];
}

/** The lists to choose from: what was found, or with nothing typed today's and the recent ones. */
function useGroups(
  { finder, start, today }: Props,
  typed: string,
  all: boolean,
): { groups: Group[]; total: number } {
  return useMemo(() => {
    if (typed.trim() === '') {
      const groups: Group[] = [
        { id: 'today', rows: start.today.slice(0, all ? MOST_ROWS : BELOW_SEARCH.today) },
        { id: 'recent', rows: all ? [] : start.recent.slice(0, BELOW_SEARCH.recent) },
      ];
      return { groups: groups.filter(({ rows }) => rows.length > 0), total: start.today.length };
    }
    const { hits, total } = finder.find(typed);
    return { groups: [{ id: 'found', rows: hits.map((hit) => hitRow(hit, today, finder)) }], total };
  }, [finder, start, today, typed, all]);
}

function groupLabel(id: Group['id'], total: number, overdue: number | null): string {
  if (id === 'recent') return t('popup.recent');
  if (id === 'found') return t('popup.found', total);
  return overdue === null ? t('popup.today') : `${t('popup.today')} · ${t('popup.overdueCount', overdue)}`;
}

/**
 * Type to find: a combobox over its list. Arrow keys move, Enter picks, Escape empties and then
 * leaves. While an input method composes the letters are searched, but no key acts.
 */
export function Find(props: Props) {
  const { overdue, loading, grab, input, pick, leave } = props;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [all, setAll] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const { groups, total } = useGroups(props, typed, all);
  const rows = groups.flatMap((group) => group.rows);
  const at = Math.min(active, rows.length - 1);
  const more = typed.trim() === '' && !all ? Math.min(total, MOST_ROWS) - BELOW_SEARCH.today : 0;
  const optionId = (index: number) => `${id}-${index}`;

  useEffect(() => {
    if (grab) input.current?.focus();
  }, [grab, input]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [at, typed]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return;
    const row = rows[at];
    const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    const byDigit = digit === undefined ? undefined : rows[Number(digit) - 1];
    if (byDigit) pick(byDigit);
    else if (event.altKey) return;
    else if (event.key === 'ArrowDown') setActive(Math.min(at + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && row) pick(row);
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else if (event.key === 'Escape' && leave) leave();
    else return;
    event.preventDefault();
  };

  let index = -1;
  return (
    <div class="pfind">
      <div class="pfind-box">
        <SearchIcon />
        <input
          ref={input}
          class="input"
          type="text"
          role="combobox"
          aria-label={t('popup.find')}
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={rows.length > 0 ? optionId(at) : undefined}
          placeholder={t('popup.findHint')}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={`${id}-list`} class="plist" role="listbox" aria-label={t('popup.clients')}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: the groups of a listbox
          <div key={group.id} role="group" aria-label={groupLabel(group.id, total, overdue)}>
            {/* A listbox may hold options alone: what the eye reads here, the group's label says. */}
            <div aria-hidden="true">
              {group.id === 'today' && <TodayHead count={total} overdue={overdue} />}
              {group.id === 'recent' && <h2 class="plist-second">{t('popup.recent')}</h2>}
            </div>
            {group.rows.map((row) => {
              index += 1;
              const own = index;
              return (
                // The keys are the combobox's: the focus never leaves it.
                // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                // biome-ignore lint/a11y/useFocusableInteractive: see above
                <div
                  key={row.brief.clientId}
                  id={optionId(own)}
                  class="prow"
                  role="option"
                  aria-selected={own === at}
                  onPointerMove={() => setActive(own)}
                  onClick={() => pick(row)}
                >
                  <ClientRow brief={row.brief} about={row.about} mark={row.mark} ranges={row.ranges} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {more > 0 && (
        <button
          type="button"
          class="btn btn-link plist-more"
          onClick={() => {
            setAll(true);
            setActive(BELOW_SEARCH.today);
            input.current?.focus();
          }}
        >
          {t('popup.moreOfToday', more)}
        </button>
      )}
      <p class="plist-empty" role="status">
        {loading && t('popup.loading')}
        {!loading && rows.length === 0 && (typed.trim() === '' ? t('popup.emptyBook') : t('popup.notFound'))}
        {rows.length > 0 && typed.trim() !== '' && total > rows.length && t('popup.moreFound', total)}
      </p>
    </div>
  );
}
