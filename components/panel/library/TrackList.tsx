import { useState } from 'preact/hooks';
import { fillPlaces } from '@/utils/domain/library/fill';
import { type Piece, textsOf } from '@/utils/domain/library/piece';
import type { Facts } from '@/utils/domain/nba/facts';
import { greetingOf } from '@/utils/domain/nba/greeting';
import { checkWording } from '@/utils/domain/wording/wording';
import { Button } from '../../ui/Button';
import { tell } from '../../ui/Say';
import { t } from '../../ui/words';
import { sayCopied } from '../copied';
import type { Desk } from '../desk';
import { loggedOf, waitingIn } from './waiting';

interface Props {
  pieces: readonly Piece[];
  facts: Facts;
  desk: Desk;
}

/** What a piece says: a track to this client by name, a checklist point by point, the others line by line. */
function wordsFor(piece: Piece, facts: Facts): string {
  if (piece.type === 'track') {
    const greeting = greetingOf(facts);
    const address = { ...greeting, key: greeting.key.replace('greeting', 'address') };
    return fillPlaces(piece.text, { title: tell(address, facts.today), name: facts.bundle.client.name });
  }
  if (piece.type === 'checklist') return piece.items.map((each) => `☐ ${each}`).join('\n');
  return textsOf(piece)
    .flatMap(({ path, text }) => (path === 'title' || path === 'product' ? [] : [text]))
    .join('\n');
}

/** What kind of piece it is. */
export const kindOf = (piece: Piece): string =>
  piece.type === 'track' ? t(`library.kind.${piece.kind}`) : t(`library.type.${piece.type}`);

function Words({ piece, facts, desk }: { piece: Piece } & Omit<Props, 'pieces'>) {
  const [copied, setCopied] = useState(false);
  const [worked, setWorked] = useState(false);
  const { port, deeds } = desk;
  const waiting = waitingIn(desk);
  const words = wordsFor(piece, facts);
  const copy = async () => {
    const [fault] = checkWording(words);
    if (fault) return deeds.say(t('panel.actions.refused', fault.words), true);
    const done = await port.copy(words);
    sayCopied(desk, done);
    if (!done) return;
    if (!copied && piece.type === 'track') {
      void port.library.count(piece.id, 'used');
      const now = loggedOf(port.view.peek());
      if (now) waiting.value = { ...now, id: piece.id, title: piece.title };
    }
    setCopied(true);
  };
  const tap = () => {
    void port.library.count(piece.id, 'worked', worked ? -1 : 1);
    setWorked(!worked);
    // Told already: nobody is asked.
    if (waiting.peek()?.id === piece.id) waiting.value = null;
  };
  return (
    <div class="act-track">
      <p>{words}</p>
      <Button kind="link" onClick={() => void copy()}>
        {t('ui.copy')}
      </Button>
      {copied && piece.type === 'track' && (
        <Button kind="link" aria-pressed={worked} onClick={tap}>
          {t(worked ? 'library.didWork' : 'library.itWorked')}
        </Button>
      )}
    </div>
  );
}

/** Pieces by their titles; pressed, one shows its words with the client's name filled in. */
export function TrackList({ pieces, facts, desk }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul class="tracks">
      {pieces.map((piece) => (
        <li key={piece.id}>
          <button
            type="button"
            class="track-name"
            aria-expanded={piece.id === open}
            onClick={() => setOpen(piece.id === open ? null : piece.id)}
          >
            {piece.title} <span class="quiet">{kindOf(piece)}</span>
          </button>
          {piece.id === open && <Words piece={piece} facts={facts} desk={desk} />}
        </li>
      ))}
    </ul>
  );
}
