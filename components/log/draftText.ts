import type { Draft } from '@/utils/app/draft';
import { t } from '../ui/words';

const WRITTEN = ['goal', 'marker', 'note', 'metWith', 'companions', 'place'] as const;

/** What someone wrote in a form, as text: for when it can only be copied. Empty if nothing was written. */
export function draftText({ details }: Pick<Draft, 'details'>): string {
  const lines = WRITTEN.map((field) => {
    const text = details[field]?.trim();
    return text ? t('history.copy.line', t(`log.${field}`), text) : '';
  });
  const { recording } = details;
  if (recording?.by === 'number' && recording.number.trim())
    lines.push(t('history.copy.line', t('log.recording'), recording.number.trim()));
  const step = details.nextStep?.text.trim();
  if (step) lines.push(t('history.copy.line', t('log.nextStep'), step));
  return lines.filter(Boolean).join('\n');
}
