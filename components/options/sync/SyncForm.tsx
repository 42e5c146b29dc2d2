import { useState } from 'preact/hooks';
import type { SyncDesk } from '@/utils/app/sync/syncDesk';
import {
  type BankSync,
  bankDatabase,
  readDatabaseUrl,
  type SignIn,
  type SyncAccess,
  type UrlProblem,
} from '@/utils/domain/sync/syncAccess';
import type { SyncDiagnosis } from '@/utils/domain/sync/syncStatus';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/words';
import { OwnName } from './OwnName';

const WAYS = ['basic', 'token', 'cookie'] as const;

/** What was typed; kept as long as the form stands, whatever the server says. */
interface Typed {
  url: string;
  by: SignIn['by'];
  user: string;
  password: string;
  token: string;
  name: string;
}

const signInOf = ({ by, user, password, token }: Typed): SignIn => {
  if (by === 'basic') return { by, user: user.trim(), password };
  return by === 'token' ? { by, token: token.trim() } : { by };
};

/** The first thing that is left out; null where nothing is. */
const lacking = ({ by, user, token }: Typed): 'user' | 'token' | null => {
  if (by === 'basic' && user.trim() === '') return 'user';
  return by === 'token' && token.trim() === '' ? 'token' : null;
};

/** A text that nobody else should read off the screen. */
function Secret({ label, value, onInput }: { label: string; value: string; onInput(value: string): void }) {
  return (
    <Field label={label}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          type="password"
          autocomplete="off"
          spellcheck={false}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface Props {
  sync: SyncDesk;
  bank: BankSync | undefined;
  /** What stands there at first. */
  url?: string;
  user?: string;
  by?: SignIn['by'];
  /** Whether this device has to be named: it is not in the list yet. */
  isNew: boolean;
  go: string;
  onDone(): void;
  /** A book is there whose keys are not here: it is for joining. */
  onForeign(access: SyncAccess, name: string): void;
  onClose?(): void;
}

type Outcome = { of: SyncDiagnosis | 'refused' } | { url: UrlProblem } | { lacks: 'user' | 'token' | 'name' };

/** Server and sign-in: tried before anything is kept, and said plainly what is wrong. */
export function SyncForm(props: Props) {
  const { sync, bank, url = '', user = '', by = 'basic', isNew, go, onDone, onForeign, onClose } = props;
  const whole = bank ? bankDatabase(bank) : null;
  const [typed, setTyped] = useState<Typed>({
    url: whole ?? (url === '' && bank?.url ? `${bank.url.replace(/\/+$/, '')}/` : url),
    ...{ by, user, password: '', token: '', name: '' },
  });
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const change = (changed: Partial<Typed>) => {
    setTyped((now) => ({ ...now, ...changed }));
    setOutcome(null);
  };

  const attempt = async (access: SyncAccess, asked: Promise<boolean>, create: boolean) => {
    setBusy(true);
    const granted = await asked.catch(() => false);
    const found = granted
      ? await sync.begin(access, typed.name.trim(), create).catch(() => 'unavailable' as const)
      : ('refused' as const);
    setBusy(false);
    setOutcome({ of: found });
    if (found === 'ready') onDone();
    if (found === 'foreign') onForeign(access, typed.name.trim());
  };
  const submit = (create: boolean) => {
    if (busy) return;
    const read = readDatabaseUrl(typed.url);
    if (!read.ok) return setOutcome({ url: read.error });
    const lacks = lacking(typed) ?? (isNew && typed.name.trim() === '' ? 'name' : null);
    if (lacks) return setOutcome({ lacks });
    // First of all: after an await the browser no longer takes this for the user's own wish.
    void attempt({ url: read.value, signIn: signInOf(typed) }, sync.askFor(read.value), create);
  };
  const lacks = outcome && 'lacks' in outcome ? outcome.lacks : null;
  const found = outcome && 'of' in outcome ? outcome.of : null;
  const problemOf = (field: 'user' | 'token' | 'name') => (lacks === field ? t(`sync.lacks.${field}`) : null);
  return (
    <form
      class="sform"
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
      noValidate
    >
      <Field
        label={t('sync.url')}
        hint={t(whole === null ? 'sync.urlHint' : 'options.byBank')}
        error={outcome && 'url' in outcome ? t(`sync.urlProblem.${outcome.url}`) : null}
      >
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            type="url"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="https://couch.bank.example/zhibi-7731"
            readOnly={whole !== null}
            value={typed.url}
            onInput={(event) => change({ url: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="field">
        <span class="field-label">{t('sync.signIn')}</span>
        <Segmented
          label={t('sync.signIn')}
          options={WAYS.map((value) => ({ value, label: t(`sync.by.${value}`) }))}
          value={typed.by}
          onChange={(by) => by && change({ by })}
        />
      </div>
      {typed.by === 'basic' && (
        <div class="ssign">
          <TextField
            label={t('sync.user')}
            error={problemOf('user')}
            value={typed.user}
            onInput={(user) => change({ user })}
          />
          <Secret
            label={t('sync.password')}
            value={typed.password}
            onInput={(password) => change({ password })}
          />
        </div>
      )}
      {typed.by === 'token' && (
        <TextField
          label={t('sync.token')}
          hint={t('sync.tokenHint')}
          error={problemOf('token')}
          value={typed.token}
          onInput={(token) => change({ token })}
        />
      )}
      {typed.by === 'cookie' && <p class="ofine">{t('sync.cookieAbout')}</p>}
      {isNew && <OwnName error={problemOf('name')} value={typed.name} onInput={(name) => change({ name })} />}
      <div role="status">
        {busy && <p class="ofine">{t('sync.tries')}</p>}
        {!busy && found !== null && found !== 'ready' && (
          <p class="owarn owarn-late">{t(`sync.found.${found}`)}</p>
        )}
      </div>
      <div class={onClose ? 'dialog-buttons' : 'sgo'}>
        {onClose && <Button onClick={onClose}>{t('ui.cancel')}</Button>}
        {found === 'missing' ? (
          <Button kind="go" disabled={busy} onClick={() => submit(true)}>
            {t('sync.create')}
          </Button>
        ) : (
          <Button kind="go" type="submit" disabled={busy}>
            {go}
          </Button>
        )}
      </div>
    </form>
  );
}
