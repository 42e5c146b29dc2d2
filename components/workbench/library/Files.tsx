import { MAX_LIBRARY_BYTES, type PieceFault } from '@/utils/domain/library/libraryText';
import { Button } from '../../ui/Button';
import { FileButton } from '../../ui/FileButton';
import { t } from '../../ui/words';
import { faultText } from './words';

interface Props {
  /** The user's own pieces as a file. */
  text(): string;
  canExport: boolean;
  take(text: string): Promise<void>;
  /** What is wrong with the file last chosen: nothing of it was taken. */
  faults: readonly PieceFault[];
}

/** So many faults are told; who mends them sees the next. */
const MOST_FAULTS = 8;

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'zhibi-library.json';
  link.click();
  URL.revokeObjectURL(address);
}

/** Brings pieces in from a file and takes one's own along. */
export function Files({ text, canExport, take, faults }: Props) {
  return (
    <span class="lfiles">
      <FileButton
        label={t('library.import')}
        accept="application/json,.json"
        kind="ghost"
        onFile={(file) =>
          // A file that is too large is not even read; its text then says so.
          void (file.size > MAX_LIBRARY_BYTES
            ? take(' '.repeat(MAX_LIBRARY_BYTES + 1))
            : file.text().then(take))
        }
      />
      <Button kind="ghost" disabled={!canExport} onClick={() => save(text())}>
        {t('library.export')}
      </Button>
      {faults.length > 0 && (
        <ul class="lfaults" role="alert">
          <li>{t('library.notImported', faults.length)}</li>
          {faults.slice(0, MOST_FAULTS).map((fault) => (
            <li key={`${fault.path} ${fault.detail}`}>
              <code>{fault.path}</code> {faultText(fault)}
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}
