import type { ClarityReport } from '@/utils/domain/clarity/report';
import { Bar } from '../../ui/Meter';
import { phrase } from '../../ui/words';

/** The dimensions of the score, each as a bar with its number. */
export function Dimensions({ clarity }: { clarity: ClarityReport }) {
  return (
    <dl class="dims">
      {clarity.dimensions.map(({ dimension, score }) => (
        <div key={dimension} class="dim">
          <dt>{phrase(`dimension.${dimension}`)}</dt>
          <dd>
            <Bar score={score} />
            <b>{score}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
