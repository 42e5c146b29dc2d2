import type { TeachProblem } from '@/utils/app/teachPort';
import { t } from '../ui/words';

/** Why an adapter was refused, in the checker's own words. */
export function Problems({ problems }: { problems: readonly TeachProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="teach-problems" role="alert">
      <p>{t('teach.understood.problems')}</p>
      <ul>
        {problems.map(({ path, problem }) => (
          <li key={`${path} ${problem}`}>
            {path === '' ? problem : t('teach.understood.problemAt', problem, path)}
          </li>
        ))}
      </ul>
    </div>
  );
}
