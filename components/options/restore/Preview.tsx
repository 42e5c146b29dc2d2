import { useState } from 'preact/hooks';
import type { BackupPreview, DifferenceShown } from '@/utils/app/backup/backupPort';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { t } from '../../ui/words';
import { grouped, moment, sizeText } from '../backup/words';
import { Beside } from './Beside';

interface Props {
  preview: BackupPreview;
  zone: string;
  /** What is here could not be saved: to go on without is said in so many words. */
  unsaved: boolean;
  /** The book can be written: then the backup can also be merged into it. */
  canMerge: boolean;
  onBack(): void;
  onReplace(also: { erasedToo: boolean; besideToo: boolean }): void;
  onMerge(besideToo: boolean): void;
}

const KINDS = ['clients', 'contacts', 'notes', 'others'] as const;

function Row({ kind, difference }: { kind: (typeof KINDS)[number]; difference: DifferenceShown }) {
  const { there, added, changed, removed } = difference;
  return (
    <tr>
      <th scope="row">{t(`restore.kind.${kind}`)}</th>
      {[there, added, changed].map((count, place) => (
        <td key={place}>{grouped(count)}</td>
      ))}
      <td class={removed > 0 ? 'orestore-loses' : undefined}>{grouped(removed)}</td>
    </tr>
  );
}

/** So many names are shown; the others are counted. */
const NAMED = 20;

/** Who of the backup was erased here: left out, unless its user says otherwise. */
function ErasedHere({
  erased,
  isChoice,
  erasedToo,
  onChange,
}: {
  erased: BackupPreview['erased'];
  isChoice: boolean;
  erasedToo: boolean;
  onChange(next: boolean): void;
}) {
  const names = erased.slice(0, NAMED).map(({ name }) => name || t('restore.unnamed'));
  const more = erased.length - names.length;
  return (
    <div class="owarn">
      <p>{t('restore.erased', erased.length)}</p>
      <p>
        {names.join(t('restore.nameBetween'))}
        {more > 0 && ` ${t('restore.andMore', more)}`}
      </p>
      {isChoice && (
        <label>
          <input
            type="checkbox"
            checked={erasedToo}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />{' '}
          {t('restore.erasedToo')}
        </label>
      )}
    </div>
  );
}

/** One text for the ways in which an input method writes the same word. */
const sameWord = (typed: string, word: string): boolean =>
  typed.normalize('NFKC').trim().toLowerCase() === word.toLowerCase();

/** What is in a backup and what a restore would change here; nothing has been changed so far. */
export function Preview({ preview, zone, unsaved, canMerge, onBack, onReplace, onMerge }: Props) {
  const [how, setHow] = useState<'merge' | 'replace'>('replace');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [erasedToo, setErasedToo] = useState(false);
  const [besideChosen, setBesideChosen] = useState<boolean | null>(null);
  const { madeAt, lastAt, entries, size, isHereEmpty, passphrase } = preview;
  const word = t('restore.word');
  const merges = how === 'merge' && canMerge && !isHereEmpty;
  // Whoever only adds what is missing wants his settings as they are, unless he says otherwise.
  const besideToo = preview.beside.length > 0 && (besideChosen ?? !merges);
  const submit = (event: Event) => {
    event.preventDefault();
    if (merges) return onMerge(besideToo);
    const right = isHereEmpty || sameWord(typed, word);
    setWrong(!right);
    if (right) onReplace({ erasedToo, besideToo });
  };
  return (
    <form class="orestore" onSubmit={submit} noValidate>
      <dl class="orestore-facts">
        <div>
          <dt>{t('restore.madeAt')}</dt>
          <dd>{moment(madeAt, zone)}</dd>
        </div>
        <div>
          <dt>{t('restore.lastAt')}</dt>
          <dd>{lastAt === null ? t('restore.nothing') : moment(lastAt, zone)}</dd>
        </div>
        <div>
          <dt>{t('restore.entries')}</dt>
          <dd>{grouped(entries)}</dd>
        </div>
        <div>
          <dt>{t('restore.size')}</dt>
          <dd>{sizeText(size)}</dd>
        </div>
      </dl>
      <table class="orestore-table">
        <caption class="unseen">{t('restore.difference')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('restore.there')}</th>
            <th scope="col">{t('restore.added')}</th>
            <th scope="col">{t('restore.changed')}</th>
            <th scope="col">{t('restore.removed')}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map((kind) => (
            <Row key={kind} kind={kind} difference={preview[kind]} />
          ))}
        </tbody>
      </table>
      {canMerge && !isHereEmpty && (
        <fieldset class="orestore-how">
          <legend class="unseen">{t('restore.how')}</legend>
          {(['replace', 'merge'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="restore-how"
                checked={how === one}
                onChange={() => {
                  setHow(one);
                  setWrong(false);
                }}
              />
              <span>{t(`restore.${one}About`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {preview.erased.length > 0 && (
        <ErasedHere
          erased={preview.erased}
          isChoice={!merges}
          erasedToo={erasedToo}
          onChange={setErasedToo}
        />
      )}
      {preview.beside.length > 0 && (
        <Beside beside={preview.beside} besideToo={besideToo} onChange={setBesideChosen} />
      )}
      {!merges && passphrase !== 'same' && <p class="owarn">{t(`restore.passphrase.${passphrase}`)}</p>}
      {!merges && unsaved && <p class="owarn owarn-late">{t('restore.unsavedAbout')}</p>}
      {!isHereEmpty && !merges && (
        <>
          {(unsaved || !canMerge) && <p>{t(unsaved ? 'restore.replaceUnsaved' : 'restore.replaceAbout')}</p>}
          <Field label={t('restore.typeWord', word)} error={wrong ? t('restore.wordWrong', word) : null}>
            {(wiring) => (
              <input
                {...wiring}
                class="input orestore-word"
                type="text"
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                value={typed}
                onInput={(event) => {
                  setTyped(event.currentTarget.value);
                  setWrong(false);
                }}
              />
            )}
          </Field>
        </>
      )}
      <div class="orestore-deeds">
        <Button onClick={onBack}>{t('ui.cancel')}</Button>
        <Button kind="go" type="submit">
          {t(isHereEmpty ? 'restore.take' : merges ? 'restore.merge' : 'restore.replace')}
        </Button>
      </div>
    </form>
  );
}
