import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { TrackList } from './TrackList';
import { useTracks } from './useTracks';
import './tracks.css';

/** What else the library has to say at a prompt. */
export function MoreTracks({ rule, desk }: { rule: string; desk: Desk }) {
  const found = useTracks(desk, [rule]);
  const attached = found?.tracks.filter(({ fits }) => fits?.rules?.includes(rule)) ?? [];
  if (!found || attached.length === 0) return null;
  return (
    <details class="moretracks">
      <summary>{t('library.more', attached.length)}</summary>
      <TrackList tracks={attached} facts={found.facts} desk={desk} />
    </details>
  );
}
