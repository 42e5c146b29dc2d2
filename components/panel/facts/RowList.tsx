import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/Button';
import { MoreIcon, PlusIcon } from '../../ui/icons';
import { Menu, type MenuItem } from '../../ui/Menu';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { Section } from '../Section';

interface Props<Row extends { id: string }> {
  section: 'people' | 'holdings' | 'policies' | 'credit' | 'opportunities';
  title: string;
  addWord: string;
  /** The one line of an empty list. */
  none: string;
  rows: readonly Row[];
  /** The client whose they are: forms left unsaved are found again under it. */
  clientId: string;
  desk: Desk;
  /** Above the rows: sums, gaps. */
  summary?: ComponentChildren;
  /** What the row is called in its menu. */
  nameOf: (row: Row) => string;
  line: (row: Row) => ComponentChildren;
  /** Further deeds in the row's menu. */
  deeds?: (row: Row) => readonly MenuItem[];
  onRemove: (row: Row) => void;
  /** The form of a row, or of a new one. */
  form: (row: Row | null, formKey: string, onClose: () => void) => ComponentChildren;
  /** Rows that belong to somebody else and are only shown. */
  children?: ComponentChildren;
}

const NEW = 'new';

/** A section of rows that are added, changed and removed in place. */
export function RowList<Row extends { id: string }>(props: Props<Row>) {
  const { section, rows, clientId, desk, nameOf, deeds, onRemove } = props;
  const keyOf = (which: string) => `${clientId}|${section}|${which}`;
  const [open, setOpen] = useState<string | null>(
    () => [NEW, ...rows.map(({ id }) => id)].find((which) => desk.unsaved.has(keyOf(which))) ?? null,
  );
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

  const form = (row: Row | null) => props.form(row, keyOf(row?.id ?? NEW), () => setOpen(null));
  const items = (row: Row): MenuItem[] => [
    { id: 'edit', label: t('facts.edit'), pick: () => setOpen(row.id) },
    ...(deeds?.(row) ?? []),
    { id: 'remove', label: t('facts.remove'), pick: () => onRemove(row) },
  ];
  return (
    <Section
      id={section}
      title={props.title}
      count={rows.length > 0 ? rows.length : undefined}
      action={
        open !== NEW && (
          <Button kind="link" aria-label={`${props.title}: ${props.addWord}`} onClick={() => setOpen(NEW)}>
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
              <div class="row-line">{props.line(row)}</div>
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
