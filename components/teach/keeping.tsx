import { useState } from 'preact/hooks';
import type { TeachPort, TeachView } from '@/utils/app/teachPort';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { t } from '../ui/words';
import { Bar, Head } from './Head';
import { Problems } from './Problems';
import { Verdict } from './Verdict';

/* The last stage: a name for what was learnt, and the word that it is kept. */

/** Longest title an adapter takes. */
const MAX_TITLE = 100;

type View = Extract<TeachView, { stage: 'naming' }>;

/** Asks what the CRM is called; the address will do. */
export function Naming({ view, port }: { view: View; port: TeachPort }) {
  const [title, setTitle] = useState(view.title);
  const named = title.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (named !== '') void port.keep(named);
      }}
    >
      <Head title={t('teach.naming.title')} text={t('teach.naming.text')} />
      <Field label={t('teach.naming.name')} error={named === '' ? t('teach.naming.empty') : null}>
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            autocomplete="off"
            type="text"
            maxLength={MAX_TITLE}
            value={title}
            onInput={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        )}
      </Field>
      <Problems problems={view.problems} />
      {view.failed && <Verdict tone="wrong">{t('teach.naming.failed')}</Verdict>}
      <Bar>
        <Button kind="ghost" onClick={() => port.startOver()}>
          {t('teach.startOver')}
        </Button>
        <Button kind="go" class="teach-go" type="submit" disabled={view.saving || named === ''}>
          {t(view.saving ? 'teach.naming.saving' : 'teach.naming.save')}
        </Button>
      </Bar>
    </form>
  );
}

/** It is kept: what happens from now on. */
export function Done({ title, port }: { title: string; port: TeachPort }) {
  return (
    <>
      <Head title={t('teach.done.title')} text={t('teach.done.text')} />
      <Verdict tone="good">{t('teach.done.named', title)}</Verdict>
      <Bar>
        <Button kind="go" class="teach-go" onClick={() => port.end()}>
          {t('teach.done.close')}
        </Button>
      </Bar>
    </>
  );
}
