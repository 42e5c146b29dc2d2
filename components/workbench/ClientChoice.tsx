import { useState } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import type { CivilDay } from '@/utils/domain/schema/time';
import { distinction } from '../popup/clientWords';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { t } from '../ui/words';
import { useFinder } from './useFinder';

/** So many are offered; who is not among them is found by another letter. */
const MOST_OFFERED = 6;

interface Props {
  label: string;
  briefs: readonly Brief[];
  today: CivilDay;
  chosen: Brief | null;
  choose(brief: Brief | null): void;
}

/** One client of the book, found by name, pinyin, number or phone tail; or none. */
export function ClientChoice({ label, briefs, today, chosen, choose }: Props) {
  const [typed, setTyped] = useState('');
  const finder = useFinder(briefs, today);
  if (chosen) {
    return (
      <p class="wchosen">
        <span class="field-label">{label}</span>
        <b>{chosen.name}</b>
        <Button kind="link" onClick={() => choose(null)}>
          {t('out.otherClient')}
        </Button>
      </p>
    );
  }
  const text = typed.trim();
  const hits = text === '' ? [] : finder.find(text).hits.slice(0, MOST_OFFERED);
  return (
    <div class="wchoice">
      <Field label={label}>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            class="input"
            autocomplete="off"
            value={typed}
            placeholder={t('popup.findHint')}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      {text !== '' && (
        <ul class="wfound" aria-label={t('popup.clients')}>
          {hits.map(({ brief }) => (
            <li key={brief.clientId}>
              <button
                type="button"
                onClick={() => {
                  setTyped('');
                  choose(brief);
                }}
              >
                {brief.name} <span>{finder.hasNamesake(brief) ? distinction(brief) : null}</span>
              </button>
            </li>
          ))}
          {hits.length === 0 && <li class="wnobody">{t('popup.notFound')}</li>}
        </ul>
      )}
    </div>
  );
}
