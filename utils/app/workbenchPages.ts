/** The pages of the workbench, each linkable by its hash, in the order of its navigation. */
export const WORKBENCH_PAGES = [
  'book',
  'calendar',
  'week',
  'balance',
  'visits',
  'evening',
  'festival',
  'events',
  'library',
  'import',
  'trail',
  'out',
  'handover',
] as const;
export type WorkbenchPage = (typeof WORKBENCH_PAGES)[number];
