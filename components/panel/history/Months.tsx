import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Month } from '@/utils/domain/timeline/browse';
import { monthHeading } from '../../ui/dayWords';
import { t } from '../../ui/words';
import { Entry, type EntryDeeds } from './Entry';

interface Props {
  months: readonly Month[];
  /** Whether there are entries below those shown. */
  more: boolean;
  onMore: () => void;
  today: CivilDay;
  deeds: EntryDeeds;
}

/** Rough height of an entry, for months not drawn yet; the browser remembers the true one. */
const ENTRY_HEIGHT = 84;

/** The id of a month's part of the page. */
export const monthId = (month: string | null): string => `month-${month ?? 'plans'}`;

function MonthPart({ of, today, deeds }: { of: Month; today: CivilDay; deeds: EntryDeeds }) {
  const { month, entries } = of;
  const title = month === null ? t('history.plans') : monthHeading(month);
  // The same entries make the same list: a keystroke elsewhere does not draw two thousand lines again.
  const list = useMemo(
    () => entries.map((entry) => <Entry key={entry.contact.id} entry={entry} today={today} deeds={deeds} />),
    [entries, today, deeds],
  );
  return (
    <section
      class="month"
      id={monthId(month)}
      aria-label={title}
      style={{ containIntrinsicSize: `auto ${28 + entries.length * ENTRY_HEIGHT}px` }}
    >
      <h3>
        {title} <span>{entries.length}</span>
      </h3>
      <ol>{list}</ol>
    </section>
  );
}

/**
 * The history month by month. Months off the screen are laid out only when they come near it
 * (content-visibility), and entries are added in portions as the end comes into sight.
 */
export function Months({ months, more, onMore, today, deeds }: Props) {
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) onMore();
      },
      { rootMargin: '1200px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [onMore, months]);
  return (
    <>
      {months.map((each) => (
        <MonthPart key={each.month} of={each} today={today} deeds={deeds} />
      ))}
      {more && (
        <button ref={end} type="button" class="btn btn-link" onClick={onMore}>
          {t('history.more')}
        </button>
      )}
    </>
  );
}
