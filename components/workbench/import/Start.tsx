import { useState } from 'preact/hooks';
import type { ImportProblem } from '@/utils/app/import/importPort';
import { FileButton } from '../../ui/FileButton';
import { t } from '../../ui/words';
import { problemWord } from './words';

interface Props {
  problem: ImportProblem | null;
  open(file: File): void;
}

const ACCEPTS =
  '.xlsx,.xlsm,.csv,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where a file is dropped or chosen, and what became of the last one that was refused. */
export function Start({ problem, open }: Props) {
  const [over, setOver] = useState(false);
  return (
    <>
      <p class="iabout">{t('importing.about')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button, for a pointer alone */}
      <div
        class={over ? 'idrop idrop-over' : 'idrop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer?.files ?? [];
          if (file) open(file);
        }}
      >
        <p class="idrop-word">{t('importing.drop')}</p>
        <FileButton label={t('importing.choose')} accept={ACCEPTS} kind="go" onFile={open} />
        <p class="idrop-hint">{t('importing.accepts')}</p>
      </div>
      {problem && (
        <p class="iproblem" role="alert">
          {problemWord(problem)}
        </p>
      )}
    </>
  );
}
