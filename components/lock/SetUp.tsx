import './lock.css';
import { useMemo, useState } from 'preact/hooks';
import type { LockPort } from '@/utils/app/lock/lockPort';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { language, t } from '../ui/words';
import { NewPassphrase } from './NewPassphrase';

interface Props {
  port: LockPort;
  onClose(): void;
  onDone(): void;
}

/** Which two words are asked for: one of each half, so that the whole list has been written down. */
function twoOf(words: readonly string[]): readonly [number, number] {
  const half = Math.floor(words.length / 2);
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [a % half, half + (b % half)];
}

/** One word as it was typed: the input method's spaces and capitals do not count. */
const sameWord = (typed: string, word: string): boolean =>
  typed.normalize('NFKC').trim().toLowerCase() === word.normalize('NFKC');

function Words({ words, onNext }: { words: readonly string[]; onNext(): void }) {
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
  words: readonly string[];
  problem: string | null;
  busy: boolean;
  onBack(): void;
  onConfirm(): void;
}

function Confirm({ words, problem, busy, onBack, onConfirm }: ConfirmProps) {
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
          {t(busy ? 'lock.settingUp' : 'lock.setUpGo')}
        </Button>
      </div>
    </form>
  );
}

/** Sets the first passphrase: choose it, write the recovery key down, show that it was written. */
export function SetUp({ port, onClose, onDone }: Props) {
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [words, setWords] = useState<readonly string[] | null>(null);
  const [step, setStep] = useState<'passphrase' | 'words' | 'confirm'>('passphrase');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const toWords = async (event: Event) => {
    event.preventDefault();
    if (passphrase === null) return;
    setWords(words ?? (await port.newRecoveryKey(language())));
    setStep('words');
  };
  const finish = async () => {
    if (passphrase === null || words === null) return;
    setBusy(true);
    const outcome = await port.setUp(passphrase, words).catch(() => ({ state: 'failed' }) as const);
    setBusy(false);
    if (outcome.state === 'done') onDone();
    else setProblem(t('lock.failed'));
  };
  return (
    <Dialog title={t('lock.setUpTitle')} onClose={onClose}>
      {step === 'passphrase' && (
        <form class="lockform" onSubmit={(event) => void toWords(event)} noValidate>
          <p>{t('lock.setUpAbout')}</p>
          <NewPassphrase port={port} onChange={setPassphrase} first />
          <div class="dialog-buttons">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button kind="go" type="submit" disabled={passphrase === null}>
              {t('lock.next')}
            </Button>
          </div>
        </form>
      )}
      {step === 'words' && words && <Words words={words} onNext={() => setStep('confirm')} />}
      {step === 'confirm' && words && (
        <Confirm
          words={words}
          problem={problem}
          busy={busy}
          onBack={() => setStep('words')}
          onConfirm={() => void finish()}
        />
      )}
    </Dialog>
  );
}
