import { t } from '../../ui/words';
import type { Review } from './desk';
import { faultWord, placeOf } from './words';

/** Most lines of the list: who has more of them mends the sheet first. */
const MOST = 2000;

/** What of the file was not taken, one line each, with tabs between its parts: to be pasted beside the sheet. */
export function leftOutLines({ checked, choices }: Review): string[] {
  const cells = checked.faults.map((fault) => [placeOf(fault), fault.found, faultWord(fault)].join('\t'));
  const people = checked.matches.flatMap(({ person: { rows, brought }, state }, index) => {
    if (choices[index]?.do !== 'leave') return [];
    const who = brought.who.name ?? brought.who.number ?? '';
    const why = state === 'doubtful' ? t('importing.leftDoubtful') : t('importing.leftUnnamed');
    return [[t('importing.row', rows[0] ?? 0), who, why].join('\t')];
  });
  const twice = checked.contradicting.map((row) =>
    [t('importing.row', row), '', t('importing.leftTwice')].join('\t'),
  );
  return [...people, ...cells, ...twice].slice(0, MOST);
}
