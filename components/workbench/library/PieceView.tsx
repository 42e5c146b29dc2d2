import type { Shelved } from '@/utils/app/library';
import { fillPlaces } from '@/utils/domain/library/fill';
import type { Piece } from '@/utils/domain/library/piece';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { phrase, t } from '../../ui/words';
import type { LibraryDesk } from './desk';
import { FIELDS, typedOf } from './form';
import { kindWord } from './words';

interface Props {
  shelved: Shelved;
  desk: LibraryDesk;
  copy(text: string): Promise<boolean>;
  onEdit(): void;
}

/** Whom it is said to is not known here: its places say in words what belongs there. */
const inWords = (text: string): string =>
  fillPlaces(text, { title: t('library.place.title'), name: t('library.place.name') });

/** The words of a piece as one text, each part under its name. */
const asText = (piece: Piece): string =>
  piece.type === 'track'
    ? inWords(piece.text)
    : Object.keys(FIELDS[piece.type])
        .map((name) => typedOf(Reflect.get(piece, name)))
        .join('\n');

function Words({ piece }: { piece: Piece }) {
  if (piece.type === 'track') return <p class="ltext">{inWords(piece.text)}</p>;
  if (piece.type === 'checklist')
    return (
      <ul class="lchecks">
        {piece.items.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    );
  const names = Object.keys(FIELDS[piece.type]).filter((name) => name !== 'title');
  return (
    <dl class="lparts">
      {names.map((name) => (
        <div key={name}>
          <dt>{phrase(`library.field.${name}`)}</dt>
          <dd>
            {typedOf(Reflect.get(piece, name))
              .split('\n')
              .map((each) => (
                <p key={each}>{each}</p>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One piece to be read, copied, counted and edited. */
export function PieceView({ shelved, desk, copy, onEdit }: Props) {
  const { piece, from, used, worked } = shelved;
  const onCopy = async () => {
    if (!(await copy(asText(piece)))) return desk.say(t('ui.notCopied'), true);
    if (piece.type === 'track') await desk.port.count(piece.id, 'used');
    desk.say(t('ui.copied'));
  };
  return (
    <article class="lpiece" aria-labelledby="library-piece">
      <h3 id="library-piece">{piece.title}</h3>
      <p class="lmeta">
        <Chip>{kindWord(piece)}</Chip>
        {from !== 'seed' && <Chip tone="accent">{t(`library.from.${from}`)}</Chip>}
        {piece.type === 'card' && piece.product === null && (
          <Chip tone="soon">{t('library.exampleOnly')}</Chip>
        )}
        {piece.fits?.rules?.map((rule) => (
          <Chip key={rule}>{phrase(`rule.${rule}.name`)}</Chip>
        ))}
      </p>
      <Words piece={piece} />
      <div class="editor-row">
        <Button kind="go" onClick={() => void onCopy()}>
          {t('ui.copy')}
        </Button>
        <Button onClick={onEdit}>{t('library.edit')}</Button>
        {from !== 'seed' && (
          <Button kind="ghost" onClick={() => void desk.drop(shelved)}>
            {t(from === 'changed' ? 'library.toSeed' : 'library.remove')}
          </Button>
        )}
        {piece.type === 'track' && (
          <span class="lcounts">
            {t('library.counts', used, worked)}
            <Button kind="link" onClick={() => void desk.count(piece.id, 'worked')}>
              {t('library.itWorked')}
            </Button>
          </span>
        )}
      </div>
    </article>
  );
}
