import { useState } from 'preact/hooks';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { SeenChange } from '@/utils/domain/seenChanges';
import { Button } from '../ui/Button';
import { shortDay } from '../ui/dayWords';
import { t } from '../ui/words';
import { fieldName, sayValue } from './profile/valueWords';
import './changes.css';

/** More than these wait behind a press. */
const AT_FIRST = 3;

function Share({ share }: { share: number }) {
  const percent = Math.round(Math.abs(share) * 100);
  if (percent === 0) return null;
  return <span class="change-share">{`${share < 0 ? '−' : '+'}${percent}%`}</span>;
}

/** What the CRM's page says now, and what it said when the RM last looked. Nothing where nothing changed. */
export function Changes({ changes, today }: { changes: readonly SeenChange[]; today: CivilDay }) {
  const [all, setAll] = useState(false);
  if (changes.length === 0) return null;
  const shown = all ? changes : changes.slice(0, AT_FIRST);
  const rest = changes.length - shown.length;
  return (
    <section class="part changes" aria-labelledby="part-changes-title">
      <h2 id="part-changes-title">{t('panel.changes.title')}</h2>
      <ul>
        {shown.map(({ key, before, after, lastSeen, share }) => (
          <li key={key}>
            <b>{fieldName(key)}</b>{' '}
            <span class="change-values">
              <s>
                <span class="unseen">{t('panel.changes.was')} </span>
                {sayValue(key, before, today)}
              </s>
              {' → '}
              {sayValue(key, after, today)}
            </span>
            {share !== null && (
              <>
                {' '}
                <Share share={share} />
              </>
            )}
            <span class="change-when">
              {lastSeen === today
                ? t('panel.changes.today')
                : t('panel.changes.between', shortDay(lastSeen, today))}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button kind="link" onClick={() => setAll(true)}>
          {t('panel.changes.more', rest)}
        </Button>
      )}
    </section>
  );
}
