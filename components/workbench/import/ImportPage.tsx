import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportPort } from '@/utils/app/import/importPort';
import { language, t } from '../../ui/words';
import type { Desk } from '../desk';
import { Busy } from './Busy';
import { Done } from './Done';
import { createImportDesk, type ImportDesk } from './desk';
import { MappingStep } from './MappingStep';
import { ReviewStep } from './ReviewStep';
import { Start } from './Start';
import './import.css';

function Step({ desk, workbench }: { desk: ImportDesk; workbench: Desk }) {
  const stage = desk.stage.value;
  switch (stage.at) {
    case 'start':
      return <Start problem={stage.problem} open={(file) => void desk.open(file)} />;
    case 'busy':
      return <Busy name={stage.name} progress={stage.progress} stop={() => desk.stop()} />;
    case 'mapping':
      return <MappingStep stage={stage} desk={desk} />;
    case 'review':
      return <ReviewStep stage={stage} desk={desk} today={workbench.port.today.value} />;
    case 'done':
      return <Done stage={stage} desk={desk} workbench={workbench} />;
  }
}

function Import({ port, workbench }: { port: ImportPort; workbench: Desk }) {
  const [desk] = useState(() =>
    createImportDesk(port, {
      region: language() === 'zh-TW' ? 'TW' : 'CN',
      zone: workbench.port.settings.peek().zone,
    }),
  );
  // Whoever works by keyboard or by ear is taken along from step to step.
  const head = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const { at } = desk.stage.value;
  useEffect(() => {
    if (first.current) first.current = false;
    else head.current?.focus();
  }, [at]);
  useEffect(() => () => port.close(), [port]);
  return (
    <div class="ipage">
      <div class="wpage-head">
        <h2 ref={head} tabIndex={-1}>
          {t('workbench.page.import')}
        </h2>
        <span class="icount">{t(`importing.step.${at}`)}</span>
      </div>
      <Step desk={desk} workbench={workbench} />
    </div>
  );
}

/** Spreadsheets into the book: chosen, understood, looked through, brought in, taken back. */
export function ImportPage({ desk }: { desk: Desk }) {
  const [port, setPort] = useState<ImportPort | null>(null);
  useEffect(() => void desk.port.importing().then(setPort), [desk]);
  return port ? <Import port={port} workbench={desk} /> : null;
}
