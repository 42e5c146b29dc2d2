import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Command } from '@/utils/app/command';
import type { SeenSpan } from '@/utils/domain/bundle';
import { dayOf } from '@/utils/domain/day';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { shortDay } from '../../ui/dayWords';
import { MoreIcon, PlusIcon } from '../../ui/icons';
import { Menu, type MenuItem } from '../../ui/Menu';
import { t } from '../../ui/words';
import { Section } from '../Section';
import type { FormKey } from '../unsaved';
import { drop, type FactsProps } from './deeds';
import type { FormProps } from './SourcedForm';

interface Props<Row extends { id: string }> {
  section: 'people' | 'holdings' | 'policies' | 'credit' | 'opportunities';
  title: string;
  addWord: string;
  /** The one line of an empty list. */
  none: string;
  rows: readonly Row[];
  facts: FactsProps;
  /** Above the rows: sums, gaps. */
  summary?: ComponentChildren;
  /** What the row is called in its menu. */
  nameOf: (row: Row) => string;
  line: (row: Row) => ComponentChildren;
  /** Further deeds in the row's menu. */
  deeds?: (row: Row) => readonly MenuItem[];
  /** What takes a row away, and what it is called then; undo brings it back. */
  removal: (row: Row) => { command: Command; what: string };
  /** The form of a row, or of a new one. */
  form: (row: Row | null, props: FormProps) => ComponentChildren;
  /** Rows that belong to somebody else and are only shown. */
  children?: ComponentChildren;
}

/** That a row stands in the CRM's own list, and since when. */
function SeenMark({ span, facts: { today, desk } }: { span: SeenSpan | undefined; facts: FactsProps }) {
  if (!span) return null;
  const { zone } = desk.port.settings.value;
  const [first, last] = [span.first, span.last].map((at) => shortDay(dayOf(at, zone), today));
  return <Chip title={t('facts.seenSpan', first ?? '', last ?? '')}>{t('facts.seenInCrm')}</Chip>;
}

const NEW = 'new';

/** A section of rows that are added, changed and removed in place. */
export function RowList<Row extends { id: string }>(props: Props<Row>) {
  const { section, rows, facts, nameOf, deeds, removal } = props;
  const { clientId, desk } = facts;
  const { unsaved } = desk;
  const keyOf = (which: string): FormKey => ({ of: clientId, name: `${section}|${which}` });
  const half = () => [NEW, ...rows.map(({ id }) => id)].find((which) => unsaved.has(keyOf(which))) ?? null;
  const [open, setOpen] = useState<string | null>(half);
  // One that comes back by itself does not take the keyboard from whoever types elsewhere.
  const asked = useRef(false);
  const ask = (which: string) => {
    asked.current = true;
    setOpen(which);
  };
  // What was left half-filled in another panel's time comes a moment after this is drawn.
  const found = unsaved.found.value;
  useEffect(() => setOpen((now) => now ?? half()), [found]);
  // Whoever closes a form goes on from where it was.
  const was = useRef(open);
  useEffect(() => {
    const closed = was.current;
    was.current = open;
    if (closed === null || open !== null) return;
    const from =
      closed === NEW ? `#part-${section} .part-action button` : `#row-${section}-${closed} > button`;
    document.querySelector<HTMLElement>(from)?.focus();
  }, [open]);

  const form = (row: Row | null) =>
    props.form(row, {
      formKey: keyOf(row?.id ?? NEW),
      facts,
      grab: asked.current,
      onClose: () => setOpen(null),
    });
  const remove = (row: Row) => {
    const { command, what } = removal(row);
    drop(facts, command, what);
  };
  const items = (row: Row): MenuItem[] => [
    { id: 'edit', label: t('facts.edit'), pick: () => ask(row.id) },
    ...(deeds?.(row) ?? []),
    // What only the CRM tells of is the CRM's to take away.
    ...(facts.seen?.[row.id] ? [] : [{ id: 'remove', label: t('facts.remove'), pick: () => remove(row) }]),
  ];
  return (
    <Section
      id={section}
      title={props.title}
      count={rows.length > 0 ? rows.length : undefined}
      action={
        open !== NEW && (
          <Button kind="link" aria-label={`${props.title}: ${props.addWord}`} onClick={() => ask(NEW)}>
            <PlusIcon />
            {props.addWord}
          </Button>
        )
      }
    >
      {open === NEW && form(null)}
      {rows.length === 0 && open !== NEW && <p class="quiet">{props.none}</p>}
      {props.summary}
      <ul class="rows">
        {rows.map((row) =>
          open === row.id ? (
            <li key={row.id}>{form(row)}</li>
          ) : (
            <li key={row.id} id={`row-${section}-${row.id}`} class="row">
              <div class="row-line">
                {props.line(row)}
                <SeenMark span={facts.seen?.[row.id]} facts={facts} />
              </div>
              <Menu class="iconbtn" label={t('facts.menu', nameOf(row))} items={items(row)}>
                <MoreIcon />
              </Menu>
            </li>
          ),
        )}
      </ul>
      {props.children}
    </Section>
  );
}
