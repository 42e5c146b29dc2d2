import { foldFigures } from '../text';
import type { Subject } from './recordWords';

/** A record that an address names. */
export interface NamedRecord {
  id: string;
  from: 'path' | 'query' | 'hash' | 'hashQuery';
  /** Which parameter, or which segment of the path counted from 0. */
  at: string | number;
  entity: string | null;
  subject: Subject | null;
  /** The id is a word and may be none: sure only where the page's heading says the same. */
  worded: boolean;
  /**
   * What stands around the number says that it is the record's own. Otherwise an unknown word may say what it
   * counts: a layout, a mandate, a step.
   */
  sure: boolean;
}

/** What one part of an address says: its path, or its parameters. */
export interface PartReading {
  records: NamedRecord[];
  /** The last word for a record or a room in it. */
  subject: Subject | null;
  entity: string | null;
  view: 'new' | 'list' | 'record' | null;
}

/** An id without the brackets a CRM may put around it. */
export const bareId = (id: string): string => foldFigures(id).replace(/^\{(.*)\}$/, '$1');
