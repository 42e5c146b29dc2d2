import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { checkWording } from '@/utils/domain/wording/wording';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';

/** A text that will stand on paper. */
export interface Printed {
  text: string;
  /** Marked as 客户原话: may say what the bank may not. */
  clientWords?: boolean;
}

/** What may not be printed (§11.5), each once, with the text that it stands in. */
export function faultsIn(texts: readonly Printed[]): { words: string; text: string }[] {
  const found = texts.flatMap(({ text, clientWords }) =>
    checkWording(text, clientWords).map(({ words }) => ({ words, text })),
  );
  return found.filter(
    (one, at) => found.findIndex(({ words, text }) => words === one.words && text === one.text) === at,
  );
}

/** How much of a text is shown around a word that is refused. */
const SHORT = 40;
const short = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

interface Props {
  /** Everything on the page that somebody wrote. */
  texts: readonly Printed[];
  title: ComponentChildren;
  children: ComponentChildren;
}

/**
 * A page that can be printed. It says for whose eyes it is, and is not printed, by its button or by
 * the browser's own, while it holds words that may not be said: these are named instead.
 */
export function PrintGate({ texts, title, children }: Props) {
  const [asked, setAsked] = useState(false);
  const faults = faultsIn(texts);
  const refused = faults.length > 0;
  return (
    <section class={refused ? 'vprint vprint-refused' : 'vprint'}>
      <div class="wpage-head">
        {title}
        <Button
          class="noprint"
          onClick={() => {
            setAsked(true);
            if (!refused) window.print();
          }}
        >
          {t('visitsPage.print')}
        </Button>
      </div>
      {refused && (
        <div class={asked ? 'vrefusal' : 'vrefusal onlyprint'} role="alert">
          <p>{t('visitsPage.refused')}</p>
          <ul>
            {faults.map(({ words, text }) => (
              <li key={`${words}|${text}`}>
                <b>{t('visitsPage.refusedWord', words)}</b> {t('visitsPage.refusedIn', short(text))}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="veyes onlyprint">{t('visitsPage.printOnly')}</p>
      <div class="vpaper">{children}</div>
    </section>
  );
}
