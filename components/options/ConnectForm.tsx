import { useState } from 'preact/hooks';
import type { ConnectOutcome, OptionsPort } from '@/utils/app/optionsPort';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { t } from '../ui/words';
import { readAddress } from './address';

/** What became of the last try, and for which address. */
interface Tried {
  origin: string;
  outcome: 'asking' | ConnectOutcome;
}

function triedWords({ origin, outcome }: Tried): string {
  if (outcome === 'connected') return t('connect.connected', new URL(origin).host);
  return t(`connect.${outcome}`);
}

/** Connects a CRM by its address. The permission is asked for in the press itself. */
export function ConnectForm({ port, known }: { port: OptionsPort; known: readonly string[] }) {
  const [typed, setTyped] = useState('');
  const [insecure, setInsecure] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState<Tried | null>(null);

  const address = readAddress(typed);
  const guess = address.ok ? address.value : null;
  const { origin, instead } =
    guess?.instead && insecure !== null && guess.origin.startsWith('http://') !== insecure
      ? { origin: guess.instead, instead: guess.origin }
      : { origin: guess?.origin ?? null, instead: guess?.instead ?? null };

  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!address.ok) return setProblem(t(`options.crm.problem.${address.error}`));
    if (origin === null) return;
    if (known.includes(origin)) return setProblem(t('options.crm.problem.already', origin));
    // First of all: after an await the browser no longer takes this for the user's own wish.
    const answer = port.connect(origin);
    setTried({ origin, outcome: 'asking' });
    answer.then(
      (outcome) => {
        setTried({ origin, outcome });
        if (outcome === 'connected') setTyped('');
      },
      () => setTried({ origin, outcome: 'failed' }),
    );
  };
  return (
    <form class="oconnect" onSubmit={onSubmit} noValidate>
      <Field label={t('options.crm.address')} hint={t('options.crm.addressHint')} error={problem}>
        {(wiring) => (
          <span class="oconnect-row">
            <input
              {...wiring}
              class="input"
              type="text"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              value={typed}
              onInput={(event) => {
                setTyped(event.currentTarget.value);
                setInsecure(null);
                setProblem(null);
                setTried(null);
              }}
            />
            <Button kind="go" type="submit" disabled={tried?.outcome === 'asking'}>
              {t('options.crm.connect')}
            </Button>
          </span>
        )}
      </Field>
      {origin !== null && (
        <p class="oconnect-will">
          {t('options.crm.willConnect', origin)}
          {instead !== null && (
            <Button kind="link" onClick={() => setInsecure(instead.startsWith('http://'))}>
              {t('options.crm.insteadUse', new URL(instead).protocol.replace(':', ''))}
            </Button>
          )}
        </p>
      )}
      {origin?.startsWith('http://') && <p class="oconnect-will">{t('connect.plainHttp')}</p>}
      <p class="oconnect-said" role="status">
        {tried && triedWords(tried)}
      </p>
    </form>
  );
}
