import type { FieldKey } from '@/utils/domain/schema/client';
import { Button } from '../../ui/Button';
import { phrase, t } from '../../ui/words';
import { fieldName } from './valueWords';

/** The next best question: a sentence to say, and the press that notes the answer. */
export function NextQuestion({
  next,
  onAsked,
}: {
  next: { key: FieldKey; gain: number };
  onAsked: (key: FieldKey) => void;
}) {
  return (
    <figure class="question">
      <figcaption>
        {t('profile.nextQuestion', fieldName(next.key), Math.round(next.gain * 10) / 10)}
      </figcaption>
      <blockquote>{phrase(`ask.${next.key}`)}</blockquote>
      <Button kind="go" onClick={() => onAsked(next.key)}>
        {t('profile.asked')}
      </Button>
    </figure>
  );
}
