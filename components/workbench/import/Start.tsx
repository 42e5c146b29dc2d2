import { useRef, useState } from 'preact/hooks';
import type { ImportProblem } from '@/utils/app/import/importPort';
import { Button } from '../../ui/Button';
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
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const [file] = files ?? [];
    if (file) open(file);
  };
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
          take(event.dataTransfer?.files);
        }}
      >
        <p class="idrop-word">{t('importing.drop')}</p>
        <input
          ref={input}
          type="file"
          accept={ACCEPTS}
          class="unseen"
          aria-label={t('importing.choose')}
          tabIndex={-1}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <Button kind="go" onClick={() => input.current?.click()}>
          {t('importing.choose')}
        </Button>
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
