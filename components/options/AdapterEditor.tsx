import { useState } from 'preact/hooks';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { t } from '../ui/words';
import type { OptionsDesk } from './desk';

interface Props {
  desk: OptionsDesk;
  /** What the user begins with: an adapter's text, a file's, or nothing. */
  start: string;
  close(): void;
}

/** An adapter as text, checked at every stroke; nothing is in force before it is saved. */
export function AdapterEditor({ desk, start, close }: Props) {
  const { port } = desk;
  const [text, setText] = useState(start);
  const checked = text.trim() === '' ? null : port.checkAdapter(text);
  const problems = checked?.ok === false ? checked.error : [];
  const standing = checked?.ok ? port.adapters.value?.find(({ id }) => id === checked.value.id) : undefined;

  const save = async () => {
    const kept = await port.keepAdapter(text).catch(() => null);
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
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="ojson-verdict" role="status">
        {checked?.ok && (
          <p>
            {t(
              'options.adapters.sound',
              checked.value.title,
              String(checked.value.pages.length),
              String(checked.value.pages.reduce((count, page) => count + page.fields.length, 0)),
            )}{' '}
            {standing && t('options.adapters.replaces', standing.version)}
          </p>
        )}
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
      <div class="dialog-buttons">
        <Button onClick={close}>{t('ui.cancel')}</Button>
        <Button kind="go" disabled={!checked?.ok} onClick={() => void save()}>
          {t('options.adapters.save')}
        </Button>
      </div>
    </Dialog>
  );
}
