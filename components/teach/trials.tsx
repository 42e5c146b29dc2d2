import type { TeachPort, TeachView } from '@/utils/app/teachPort';
import { Button } from '../ui/Button';
import { t } from '../ui/words';
import { Bar, Head } from './Head';
import { Verdict } from './Verdict';

/* The stages in which the page in front is tried: a second client's, and one that is nobody's. */

/** Enough of what was read to see that it is right. */
const SHOWN = 8;

type View<Stage extends TeachView['stage']> = Extract<TeachView, { stage: Stage }>;

/** What the page in front is, in one sentence. */
function secondWords({ first, state, seen }: View<'second'>): string {
  switch (state) {
    case 'same':
      return t('teach.second.same', first.name, first.recordId);
    case 'sameNumber':
    case 'sameName':
      return t(`teach.second.${state}`, seen?.name ?? '', seen?.recordId ?? '');
    case 'looking':
    case 'nobody':
    case 'ambiguous':
      return t(`teach.second.${state}`);
  }
}

/** Waits for another client's page and says by itself what it makes of the one in front. */
export function SecondClient({ view, port }: { view: View<'second'>; port: TeachPort }) {
  const { state } = view;
  const waits = state === 'same' || state === 'looking';
  return (
    <>
      <Head title={t('teach.second.title')} text={t('teach.second.text')} />
      <Verdict tone={waits ? 'wait' : 'wrong'}>{secondWords(view)}</Verdict>
      <Bar>
        <Button kind={waits ? 'ghost' : 'plain'} onClick={() => port.startOver()}>
          {t('teach.second.back')}
        </Button>
        {state === 'sameName' && (
          <Button kind="go" class="teach-go" onClick={() => port.goOn()}>
            {t('teach.second.goOn')}
          </Button>
        )}
      </Bar>
    </>
  );
}

/** Says what the second client's page gave, and waits for a page that is nobody's. */
export function OtherPage({ view, port }: { view: View<'other'>; port: TeachPort }) {
  const { second, fields, seen, wrong } = view;
  return (
    <>
      <Head title={t('teach.other.title')} text={t('teach.other.text')} />
      {wrong ? (
        <Verdict tone="wrong">{t('teach.other.wrong', wrong.name, wrong.recordId)}</Verdict>
      ) : (
        <Verdict tone="wait">{t('teach.other.waiting')}</Verdict>
      )}
      <p class="teach-hint teach-skip-hint">{t('teach.other.skipHint')}</p>
      <Verdict tone="good">
        {fields > 0
          ? t('teach.other.checked', second.name, second.recordId, String(fields))
          : t('teach.other.checkedName', second.name, second.recordId)}
        {seen.length > 0 && (
          <dl class="teach-seen">
            {seen.slice(0, SHOWN).map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </Verdict>
      <Bar>
        <Button kind={wrong ? 'plain' : 'ghost'} onClick={() => port.startOver()}>
          {t('teach.startOver')}
        </Button>
        <Button class="teach-skip" onClick={() => port.skip()}>
          {t('teach.other.skip')}
        </Button>
      </Bar>
    </>
  );
}
