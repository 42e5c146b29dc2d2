import { useMemo, useState } from 'preact/hooks';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { t } from '../ui/words';

/** Which two words are asked for: one of each half, so that the whole list has been written down. */
function twoOf(words: readonly string[]): readonly [number, number] {
  const half = Math.floor(words.length / 2);
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [a % half, half + (b % half)];
}

/** One word as it was typed: the input method's spaces and capitals do not count. */
const sameWord = (typed: string, word: string): boolean =>
  typed.normalize('NFKC').trim().toLowerCase() === word.normalize('NFKC');

/** Shows the 24 words, once. */
export function Words({ words, onNext }: { words: readonly string[]; onNext(): void }) {
  return (
    <div class="lockform">
      <p>{t('lock.wordsAbout')}</p>
      <ol class="lockwords" translate={false}>
        {words.map((word, index) => (
          // The same word may stand twice: its place is what it is known by.
          <li key={index}>{word}</li>
        ))}
      </ol>
      <p>{t('lock.wordsOnce')}</p>
      <div class="dialog-buttons">
        <Button kind="go" onClick={onNext}>
          {t('lock.wordsWritten')}
        </Button>
      </div>
    </div>
  );
}

interface ConfirmProps {
  /** What the button says that puts them into force. */
  goes: string;
  words: readonly string[];
  problem: string | null;
  busy: boolean;
  onBack(): void;
  onConfirm(): void;
}

/** Asks for two of the words: only who wrote them down can say them. */
export function Confirm({ goes, words, problem, busy, onBack, onConfirm }: ConfirmProps) {
  const asked = useMemo(() => twoOf(words), [words]);
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [wrong, setWrong] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const right = asked.every((place, i) => sameWord(typed[i] ?? '', words[place] ?? ''));
    setWrong(!right);
    if (right && !busy) onConfirm();
  };
  return (
    <form class="lockform" onSubmit={submit} noValidate>
      <p>{t('lock.confirmAbout')}</p>
      {asked.map((place, i) => (
        <Field key={place} label={t('lock.wordNumber', String(place + 1))}>
          {(wiring) => (
            <input
              {...wiring}
              class="input"
              type="text"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              value={typed[i]}
              onInput={(event) => {
                const { value } = event.currentTarget;
                setTyped(([first, second]) => (i === 0 ? [value, second] : [first, value]));
              }}
            />
          )}
        </Field>
      ))}
      <p class="field-error" role="status">
        {wrong ? t('lock.wordsWrong') : problem}
      </p>
      <div class="dialog-buttons">
        <Button onClick={onBack}>{t('lock.wordsAgain')}</Button>
        <Button kind="go" type="submit" disabled={busy}>
          {busy ? t('lock.settingUp') : goes}
        </Button>
      </div>
    </form>
  );
}
