/** What stands in a cell: a text is anybody's words and is made safe, a number is ours. */
export type Cell = string | number | null;

/** One table to be written as a file, or as a sheet of one. */
export interface Table {
  /** What the sheet is called. */
  name: string;
  headings: readonly string[];
  rows: readonly (readonly Cell[])[];
}
