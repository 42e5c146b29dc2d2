import { useState } from 'preact/hooks';
import { fillPlaces } from '@/utils/domain/library/fill';
import type { Track } from '@/utils/domain/library/piece';
import type { Facts } from '@/utils/domain/nba/facts';
import { greetingOf } from '@/utils/domain/nba/greeting';
import { checkWording } from '@/utils/domain/wording/wording';
import { Button } from '../../ui/Button';
import { tell } from '../../ui/Say';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

interface Props {
  tracks: readonly Track[];
  facts: Facts;
  desk: Desk;
}

/** A track as it is said to this client. */
function wordsFor({ text }: Track, facts: Facts): string {
  const greeting = greetingOf(facts);
  const address = { ...greeting, key: greeting.key.replace('greeting', 'address') };
  return fillPlaces(text, { title: tell(address, facts.today), name: facts.bundle.client.name });
}

function Words({ track, facts, desk }: { track: Track } & Omit<Props, 'tracks'>) {
  const [copied, setCopied] = useState(false);
  const [worked, setWorked] = useState(false);
  const { port, deeds } = desk;
  const words = wordsFor(track, facts);
  const copy = async () => {
    const [fault] = checkWording(words);
    if (fault) return deeds.say(t('panel.actions.refused', fault.words), true);
    const done = await port.copy(words);
    deeds.say(done ? t('ui.copied') : t('ui.notCopied'), !done);
    if (!done) return;
    if (!copied) void port.library.count(track.id, 'used');
    setCopied(true);
  };
  const tap = () => {
    void port.library.count(track.id, 'worked', worked ? -1 : 1);
    setWorked(!worked);
  };
  return (
    <div class="act-track">
      <p>{words}</p>
      <Button kind="link" onClick={() => void copy()}>
        {t('ui.copy')}
      </Button>
      {copied && (
        <Button kind="link" aria-pressed={worked} onClick={tap}>
          {t(worked ? 'library.didWork' : 'library.itWorked')}
        </Button>
      )}
    </div>
  );
}

/** Tracks by their titles; pressed, one shows its words with the client's name filled in. */
export function TrackList({ tracks, facts, desk }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul class="tracks">
      {tracks.map((track) => (
        <li key={track.id}>
          <button
            type="button"
            class="track-name"
            aria-expanded={track.id === open}
            onClick={() => setOpen(track.id === open ? null : track.id)}
          >
            {track.title} <span class="quiet">{t(`library.kind.${track.kind}`)}</span>
          </button>
          {track.id === open && <Words track={track} facts={facts} desk={desk} />}
        </li>
      ))}
    </ul>
  );
}
