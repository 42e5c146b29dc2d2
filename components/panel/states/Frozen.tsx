import { draftText } from '../../log/draftText';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/deeds';
import { t, type WordKey } from '../../ui/words';
import { sayCopied } from '../copied';
import type { Desk } from '../desk';

const FROZEN_WORDS = [
  'panel.frozen.title',
  'panel.frozen.text',
  'ui.copy',
  'ui.copied',
  'ui.notCopied',
  'ui.problem.unseen',
  'ui.problem.elsewhere',
  'ui.close',
  'ui.language',
  'log.draftNotKept',
] as const satisfies readonly WordKey[];

/** A draft with everything in it that can be given back as text. */
const WRITTEN_OUT = {
  details: {
    goal: '.',
    marker: '.',
    note: '.',
    metWith: '.',
    companions: '.',
    place: '.',
    nextStep: { text: '.', due: null },
  },
};

/**
 * Says once, to nobody, all that a frozen panel and the last deed before it may have to say: by then
 * the words are gone with the extension.
 */
export function learnFrozenWords(): void {
  for (const key of FROZEN_WORDS) t(key);
  t('panel.frozen.draft', '');
  t('log.notSavedLeft', '', problemText({ code: 'gone', field: null }));
  draftText(WRITTEN_OUT);
}

/**
 * The extension was updated under this page: nothing can be written from here any more. What was
 * being written is shown as text, to be copied.
 */
export function Frozen({ desk }: { desk: Desk }) {
  const draft = desk.session.opened.value?.draft ?? desk.session.kept.value;
  const text = draft ? draftText(draft) : '';
  const copy = async () => {
    sayCopied(desk, await desk.port.copy(text));
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
