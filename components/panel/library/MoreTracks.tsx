import { useMemo } from 'preact/hooks';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { TrackList } from './TrackList';
import { useTracks } from './useTracks';
import './tracks.css';

/** What else the library has to say at a prompt. */
export function MoreTracks({ rule, desk }: { rule: string; desk: Desk }) {
  const beside = useMemo(() => ({ rules: [rule], purposes: [] }), [rule]);
  const found = useTracks(desk, beside);
  const attached = found?.pieces.filter(({ fits }) => fits?.rules?.includes(rule)) ?? [];
  if (!found || attached.length === 0) return null;
  return (
    <details class="moretracks">
      <summary>{t('library.more', attached.length)}</summary>
      <TrackList pieces={attached} facts={found.facts} desk={desk} />
    </details>
  );
}
