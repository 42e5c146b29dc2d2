import { useRef, useState } from 'preact/hooks';
import type { AdapterSource, Barred } from '@/utils/app/adapters';
import type { SoundAdapter, TrialPage } from '@/utils/app/optionsPort';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { t } from '../ui/words';
import type { OptionsDesk } from './desk';
import { Trial } from './Trial';

interface Props {
  desk: OptionsDesk;
  /** What the user begins with: an adapter's text, a file's, or nothing. */
  start: string;
  close(): void;
}

/** Why the bank will not let an adapter be kept, as far as is known before its signature is looked at. */
function barredBy({ signed }: SoundAdapter, standing: AdapterSource | undefined, ownAllowed: boolean) {
  if (standing === 'bank') return 'bankHas';
  if (signed) return null;
  if (!ownAllowed) return 'ownOff';
  return standing === 'signed' ? 'bankSigned' : null;
}

/**
 * An adapter as text, checked at every stroke and tried on the open pages when asked to; nothing is in
 * force before it is saved.
 */
export function AdapterEditor({ desk, start, close }: Props) {
  const { port } = desk;
  const [text, setText] = useState(start);
  const [tried, setTried] = useState<readonly TrialPage[] | 'busy' | null>(null);
  const trial = useRef(0);
  const checked = text.trim() === '' ? null : port.checkAdapter(text);
  const problems = checked?.ok === false ? checked.error : [];
  const sound = checked?.ok ? checked.value : null;
  const standing = sound ? port.adapters.value?.find(({ id }) => id === sound.id) : undefined;
  const [refusal, setRefusal] = useState<Barred | null>(null);
  const barred = refusal ?? (sound && barredBy(sound, standing?.from, port.adapterRules.value.ownAllowed));

  const edit = (next: string) => {
    setText(next);
    setRefusal(null);
    // What was seen was seen by the text as it stood.
    trial.current += 1;
    setTried(null);
  };
  const tryIt = async () => {
    trial.current += 1;
    const mine = trial.current;
    setTried('busy');
    const pages = await port.tryAdapter(text).catch(() => null);
    if (mine === trial.current) setTried(pages);
  };
  const save = async () => {
    const kept = await port.keepAdapter(text).catch(() => null);
    const said = kept?.ok === false ? kept.error[0]?.barred : undefined;
    if (said) {
      setRefusal(said);
      return;
    }
    if (!kept?.ok) {
      desk.say(t('options.notSaved'), true);
      return;
    }
    desk.say(t('options.adapters.saved', kept.value.title));
    close();
  };
  return (
    <Dialog title={t('options.adapters.editor')} onClose={close}>
      <Field label={t('options.adapters.json')} hint={t('options.adapters.jsonHint')}>
        {(wiring) => (
          <textarea
            {...wiring}
            class="input ojson"
            spellcheck={false}
            autocomplete="off"
            rows={18}
            value={text}
            onInput={(event) => edit(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="ojson-verdict" role="status">
        {sound && (
          <p>
            {t(
              'options.adapters.sound',
              sound.title,
              String(sound.pages.length),
              String(sound.pages.reduce((count, page) => count + page.fields.length, 0)),
            )}{' '}
            {standing && !barred && t('options.adapters.replaces', standing.version)}{' '}
            {sound.signed && !barred && t('options.adapters.signedText')}
          </p>
        )}
        {barred && <p class="obarred">{t(`options.adapters.barred.${barred}`)}</p>}
        {problems.length > 0 && (
          <ul>
            {problems.map(({ path, problem }) => (
              <li key={`${path} ${problem}`}>
                {path !== '' && <code>{path}</code>} {problem}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="otrial-box" role="status">
        {tried === 'busy' && t('options.adapters.trying')}
        {tried !== null && tried !== 'busy' && <Trial pages={tried} unaided={sound?.unaided !== undefined} />}
      </div>
      <div class="dialog-buttons">
        <Button kind="ghost" disabled={!sound || tried === 'busy'} onClick={() => void tryIt()}>
          {t('options.adapters.try')}
        </Button>
        <Button onClick={close}>{t('ui.cancel')}</Button>
        <Button kind="go" disabled={!sound || barred !== null} onClick={() => void save()}>
          {t('options.adapters.save')}
        </Button>
      </div>
    </Dialog>
  );
}
