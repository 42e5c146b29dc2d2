import { useState } from 'preact/hooks';
import type { OutPort, Restored } from '@/utils/app/outPort';
import { problemText } from '../../ui/deeds';
import { FileButton } from '../../ui/FileButton';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

type State =
  | { state: 'idle' }
  | { state: 'running'; progress: Restored | null }
  | { state: 'refused'; why: string };

type Refusal = Extract<Awaited<ReturnType<OutPort['restore']>>, { ok: false }>['error'];

/** What is wrong with the file, where in it, and what to do. */
function whyNot(error: Refusal): string {
  if ('why' in error) {
    const word = t(`out.fault.${error.why}`);
    return error.path === '' ? word : t('out.faultAt', word, error.path);
  }
  return 'field' in error ? problemText(error) : t('out.notEmpty');
}

/** Puts a whole book back from the file that was taken out, into an empty one. */
export function Restoring({ desk, port }: { desk: Desk; port: OutPort }) {
  const [state, setState] = useState<State>({ state: 'idle' });
  const take = async (file: File) => {
    setState({ state: 'running', progress: null });
    const done = await port.restore(await file.text(), (progress) =>
      setState({ state: 'running', progress }),
    );
    setState(done.ok ? { state: 'idle' } : { state: 'refused', why: whyNot(done.error) });
    if (done.ok) desk.deeds.say(t('out.restored', done.value.clients));
  };
  return (
    <section aria-labelledby="out-restore">
      <h3 id="out-restore">{t('out.restore')}</h3>
      <p class="outnote">{t('out.restoreAbout')}</p>
      <FileButton
        label={t('out.restoreGo')}
        accept="application/json,.json"
        disabled={state.state === 'running'}
        onFile={(file) => void take(file)}
      />
      {state.state === 'running' && (
        <p class="outready" role="status">
          {state.progress
            ? t('out.restoring', state.progress.clients, state.progress.of)
            : t('out.restoreReading')}
        </p>
      )}
      {state.state === 'refused' && (
        <p class="outrefused" role="alert">
          {state.why}
        </p>
      )}
    </section>
  );
}
