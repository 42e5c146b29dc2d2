import { draftText } from '../../log/draftText';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

/**
 * The extension was updated under this page: nothing can be written from here any more. What was
 * being written is shown as text, to be copied.
 */
export function Frozen({ desk }: { desk: Desk }) {
  const draft = desk.session.opened.value?.draft ?? desk.session.kept.value;
  const text = draft ? draftText(draft) : '';
  const copy = async () => {
    const copied = await desk.port.copy(text);
    desk.deeds.say(copied ? t('ui.copied') : t('ui.notCopied'), !copied);
  };
  return (
    <main class="panel plain">
      <h1>{t('panel.frozen.title')}</h1>
      <p>{t('panel.frozen.text')}</p>
      {draft && text && (
        <section class="frozen-draft" aria-label={t('panel.frozen.draft', draft.name)}>
          <h2>{t('panel.frozen.draft', draft.name)}</h2>
          <pre>{text}</pre>
          <Button onClick={() => void copy()}>{t('ui.copy')}</Button>
        </section>
      )}
    </main>
  );
}
