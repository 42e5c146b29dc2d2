import { useEffect, useState } from 'preact/hooks';
import type { UnlockPort } from '@/utils/app/lock/lockPort';
import { t } from '../ui/words';
import { PassphraseInput } from './PassphraseInput';

type Judged = Awaited<ReturnType<UnlockPort['strengthOf']>>;

interface Props {
  port: Pick<UnlockPort, 'strengthOf'>;
  /** Told the passphrase once it is strong enough and typed twice alike; null before. */
  onChange(passphrase: string | null): void;
  first?: boolean;
}

function Strength({ judged }: { judged: Judged | null }) {
  const word =
    judged === null ? '' : t(judged.enough ? `lock.strength.${judged.strength}` : 'lock.strength.tooWeak');
  return (
    <div class="strength">
      <span class={`strength-bar strength-${judged?.enough === false ? 'weak' : 'good'}`} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <i key={step} class={judged !== null && judged.strength >= step ? 'on' : undefined} />
        ))}
      </span>
      <span role="status">{word}</span>
    </div>
  );
}

/** A passphrase that is to be: how strong it is while one types, and typed again. */
export function NewPassphrase({ port, onChange, first = false }: Props) {
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [judged, setJudged] = useState<Judged | null>(null);
  useEffect(() => {
    if (typed === '') return setJudged(null);
    let gone = false;
    void port.strengthOf(typed).then((next) => {
      if (!gone) setJudged(next);
    });
    return () => {
      gone = true;
    };
  }, [typed, port]);
  const good = judged?.enough === true && typed === again;
  useEffect(() => onChange(good ? typed : null), [good, typed, onChange]);
  return (
    <>
      <PassphraseInput
        label={t('lock.newPassphrase')}
        hint={t('lock.newHint')}
        value={typed}
        onInput={(value) => {
          setJudged(null);
          setTyped(value);
        }}
        autocomplete="new-password"
        first={first}
      />
      <Strength judged={judged} />
      <PassphraseInput
        label={t('lock.again')}
        value={again}
        onInput={setAgain}
        error={again.length >= typed.length && again !== typed ? t('lock.notSame') : null}
        autocomplete="new-password"
      />
    </>
  );
}
