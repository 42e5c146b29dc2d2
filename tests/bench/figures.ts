/** The middle of some figures. Throws where there are none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('nothing was measured');
  return (lower + upper) / 2;
}

/** One line of the report: a ratio measured in this run, and its limit where there is one. */
export interface Figure {
  what: string;
  ratio: number;
  /** Null for what is only told. */
  most: number | null;
  /** What was divided by what, for the reader. */
  detail: string;
}

const holds = ({ ratio, most }: Figure): boolean => most === null || ratio <= most;

/** Prints the figures; false if one is over its limit. */
export function report(figures: readonly Figure[]): boolean {
  for (const figure of figures) {
    const limit = figure.most === null ? '' : `≤ ${figure.most}`;
    const mark = figure.most === null ? '    ' : holds(figure) ? 'ok  ' : 'OVER';
    console.log(
      `${mark} ${figure.what.padEnd(46)} ${figure.ratio.toFixed(2).padStart(6)} ${limit.padEnd(6)} ${figure.detail}`,
    );
  }
  return figures.every(holds);
}
