import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Piece } from '@/utils/domain/library/piece';
import type { ActionPlan } from '@/utils/domain/nba/action';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { isShortcut } from '../../ui/keys';
import { useKeyDown } from '../../ui/useKeyDown';
import { t } from '../../ui/words';
import { type Desk, goTo } from '../desk';
import { Section } from '../Section';
import { AskWorked } from './AskWorked';
import { kindOf, TrackList } from './TrackList';
import { useTracks } from './useTracks';
import './tracks.css';

/** 话术: no channel's letter. */
const KEY = 'K';
/** So many that fit best are shown before a kind is chosen. */
const BEST = 5;

/** The kinds of what there is, by name. */
const kindsOf = (pieces: readonly Piece[]): string[] => [...new Set(pieces.map(kindOf))].sort();

interface Props {
  plan: ActionPlan;
  desk: Desk;
}

function Open({ plan, desk, onThere }: Props & { onThere(): void }) {
  const [kind, setKind] = useState('');
  const beside = useMemo(() => {
    const actions = [...plan.shown, ...plan.folded];
    const purposes = actions.flatMap(({ deed }) => (deed.type === 'log' && deed.prefill.purpose) || []);
    return { rules: actions.map(({ rule }) => rule), purposes };
  }, [plan]);
  const found = useTracks(desk, beside);
  const there = found !== null;
  useLayoutEffect(() => {
    if (there) onThere();
  }, [there, onThere]);
  if (!found) return null;
  const { pieces, facts } = found;
  const ofKind = pieces.filter((each) => kindOf(each) === kind);
  const shown = ofKind.length > 0 ? ofKind : pieces.slice(0, BEST);
  return (
    <>
      <Field label={t('library.field.kind')} quiet>
        {(wiring) => (
          <select
            {...wiring}
            class="input"
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value)}
          >
            <option value="">{t('library.best')}</option>
            {kindsOf(pieces).map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        )}
      </Field>
      {shown.length === 0 && <p class="quiet">{t('library.noneFits')}</p>}
      <TrackList pieces={shown} facts={facts} desk={desk} />
    </>
  );
}

/** Talk tracks for the client shown, folded until they are wanted; K opens them, at the top of what is in sight. */
export function Tracks({ plan, desk }: Props) {
  const [open, setOpen] = useState(false);
  const byKey = useRef(false);
  // Below the last part there is nothing to scroll by until the tracks have been read.
  const onThere = useCallback(() => {
    if (byKey.current) goTo('tracks');
    byKey.current = false;
  }, []);
  useKeyDown((event) => {
    if (event.key.toUpperCase() !== KEY || event.shiftKey || !isShortcut(event)) return;
    event.preventDefault();
    byKey.current = !open;
    setOpen(true);
    goTo('tracks');
  });
  return (
    <Section
      id="tracks"
      title={t('library.tracks')}
      action={
        <Button kind="link" aria-expanded={open} aria-keyshortcuts={KEY} onClick={() => setOpen(!open)}>
          {t(open ? 'library.fold' : 'library.open')}
          <span class="btn-key" aria-hidden="true">
            {KEY}
          </span>
        </Button>
      }
    >
      <AskWorked desk={desk} />
      {open && <Open plan={plan} desk={desk} onThere={onThere} />}
    </Section>
  );
}
