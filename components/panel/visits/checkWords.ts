import type { CheckItem } from '@/utils/domain/schema/visit';
import { CHECK_CODES } from '@/utils/domain/visits/checklists';
import { phrase } from '../../ui/words';

/** A line of a checklist in words; a code that this Zhibi does not know is shown as it is. */
export function checkWord(item: CheckItem): string {
  if ('text' in item) return item.text;
  return CHECK_CODES.includes(item.code) ? phrase(`visits.check.${item.code}`) : item.code;
}
