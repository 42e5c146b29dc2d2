import type { TeachPort, TeachView } from '@/utils/app/teachPort';
import { Button } from '../ui/Button';
import { t } from '../ui/words';
import { Bar, Head } from './Head';
import { Verdict } from './Verdict';

/* The stages in which there is nothing to confirm yet. */

type View<Stage extends TeachView['stage']> = Extract<TeachView, { stage: Stage }>;

export function Reading() {
  return (
    <>
      <Head title={t('teach.reading.title')} text={t('teach.reading.text')} />
      <div class="teach-bones" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
    </>
  );
}

/** The page is not surely one client's: which page would be. */
export function NotClient({ page, port }: { page: View<'notClient'>['page']; port: TeachPort }) {
  return (
    <>
      <Head title={t('teach.notClient.title')} text={t('teach.notClient.text')} />
      <Verdict tone="wait">{t(`teach.notClient.${page}`)}</Verdict>
      <Bar>
        <Button onClick={() => port.read()}>{t('teach.again')}</Button>
      </Bar>
    </>
  );
}

/** A client's page without a number or a name: why that stops everything, and what the user can do. */
export function NotSure({ lacks, port }: { lacks: View<'notSure'>['lacks']; port: TeachPort }) {
  const picking = port.picking.value !== null;
  return (
    <>
      <Head title={t('teach.notSure.title')} />
      <Verdict tone="wrong">{t(`teach.notSure.${lacks}`)}</Verdict>
      <p class="teach-text" role="status">
        {picking && t('teach.notSure.picking')}
      </p>
      <Bar>
        <Button onClick={() => port.read()}>{t('teach.again')}</Button>
        {picking ? (
          <Button onClick={() => port.stopPicking()}>{t('teach.understood.stopPicking')}</Button>
        ) : (
          lacks === 'number' && (
            <Button kind="go" class="teach-go" onClick={() => port.pick('number')}>
              {t('teach.notSure.pickNumber')}
            </Button>
          )
        )}
      </Bar>
    </>
  );
}

/** Nobody reads the page for the wizard any more. */
export function Lost() {
  return <Head title={t('teach.lost.title')} text={t('teach.lost.text')} />;
}
