/**
 * What is found with each of some rows, one after the other, as `flatMap` gives it; which asks for its array's species
 * anew each time, and of a whole book's time a seventh went there, nearly always to find nothing.
 */
export function gather<Row, Found>(rows: readonly Row[], find: (row: Row) => readonly Found[]): Found[] {
  const found: Found[] = [];
  for (const row of rows) for (const one of find(row)) found.push(one);
  return found;
}
