import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Command, Subject } from '@/utils/app/command';
import type { FactSource } from '@/utils/domain/schema/factSource';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { FormKey } from '../unsaved';
import { type FactsProps, keep, subjectOf } from './deeds';
import { RowForm } from './RowForm';

/** What the form of one row needs from the list it stands in. */
export interface FormProps {
  formKey: FormKey;
  facts: FactsProps;
  /** Whether somebody opened it, and goes on in it. */
  grab: boolean;
  onClose: () => void;
}

interface Props<Row> extends FormProps {
  label: string;
  /** The row to begin with: a new one, or one to be changed. */
  begin: () => Row;
  /** Which sources may say so; all, unless something in the row needs more than a guess. */
  sources?: (row: Row) => readonly FactSource[];
  command: (row: Row, subject: Subject) => Command;
  /** What kind of thing was kept, for the word about it. */
  what: (row: Row) => string;
  children: (row: Row, change: (change: Partial<Row>) => void) => ComponentChildren;
}

/** Enters or changes a row that somebody vouches for: it is of today, and of whoever said so. */
export function SourcedForm<Row extends { source: FactSource; day: CivilDay }>(props: Props<Row>) {
  const { formKey, facts, grab, label, begin, sources, command, what, onClose, children } = props;
  const [start] = useState(begin);
  const save = (entered: Row, source: FactSource) => {
    const row = { ...entered, source, day: facts.today };
    return keep(facts, command(row, subjectOf(facts)), what(row));
  };
  return (
    <RowForm
      formKey={formKey}
      label={label}
      start={start}
      desk={facts.desk}
      grab={grab}
      {...(sources === undefined ? {} : { sources })}
      onSave={save}
      onClose={onClose}
    >
      {children}
    </RowForm>
  );
}
