import { useState } from 'preact/hooks';
import type { Action } from '@/utils/domain/nba/action';
import type { ActionAnswer } from '@/utils/domain/schema/actionState';
import type { CivilDay } from '@/utils/domain/schema/time';
import { checkWording } from '@/utils/domain/wording/wording';
import { Button } from '../../ui/Button';
import { Later } from '../../ui/Later';
import { Day, Say, tell } from '../../ui/Say';
import { t } from '../../ui/words';
import { sayCopied } from '../copied';
import type { Desk } from '../desk';
import { closedNow } from './closedNow';
import { deedWord } from './deedWords';
import { DismissMenu, SnoozeMenu } from './SnoozeMenu';

const loadMore = () => import('../library/MoreTracks');

interface Props {
  action: Action;
  /** 1 to 3 for the shown ones: the digit that does the main deed. */
  digit: number | null;
  today: CivilDay;
  desk: Desk;
  onDo: (action: Action) => void;
  answer: (action: Action, answer: ActionAnswer, said: string) => void;
}

const PARTS = ['base', 'weight', 'value', 'urgency', 'confidence', 'recent'] as const;

const number = (value: number) => String(Math.round(value * 100) / 100);

/** How the priority came about. */
function Parts({ action }: { action: Action }) {
  return (
    <dl class="act-parts">
      {PARTS.filter((part) => part !== 'weight' || action.parts.weight !== 1).map((part) => (
        <div key={part}>
          <dt>{t(`panel.actions.part.${part}`)}</dt>
          <dd>
            {part === 'base' ? '' : part === 'recent' ? '− ' : '× '}
            {number(action.parts[part])}
          </dd>
        </div>
      ))}
      <div class="act-sum">
        <dt>{t('panel.actions.part.priority')}</dt>
        <dd>{number(action.priority)}</dd>
      </div>
    </dl>
  );
}

function TalkTrack({ action, today, desk }: Pick<Props, 'action' | 'today' | 'desk'>) {
  const closed = closedNow(action, desk);
  if (closed !== null) return <p class="act-track">{closed}</p>;
  const copy = async () => {
    const words = tell(action.talkTrack, today);
    const [fault] = checkWording(words);
    if (fault) {
      desk.deeds.say(t('panel.actions.refused', fault.words), true);
      return;
    }
    sayCopied(desk, await desk.port.copy(words));
  };
  return (
    <>
      <div class="act-track">
        <p>
          <Say message={action.talkTrack} today={today} />
        </p>
        <Button kind="link" onClick={() => void copy()}>
          {t('ui.copy')}
        </Button>
      </div>
      <Later load={loadMore}>{({ MoreTracks }) => <MoreTracks rule={action.rule} desk={desk} />}</Later>
    </>
  );
}

/** One next best action: what to do, why, in which words, and the one key that does it. */
export function ActionCard({ action, digit, today, desk, onDo, answer }: Props) {
  const [open, setOpen] = useState<'track' | 'parts' | null>(null);
  const toggle = (part: 'track' | 'parts') => setOpen(open === part ? null : part);
  return (
    <li class={action.hot ? 'act act-hot' : 'act'}>
      <h3>
        <Say message={action.title} today={today} />
      </h3>
      {action.why.map((why, index) => (
        <p key={tell(why, today)} class="act-why">
          <Say message={why} today={today} />{' '}
          {index === action.why.length - 1 && (
            <button
              type="button"
              class="act-parts-link"
              aria-expanded={open === 'parts'}
              onClick={() => toggle('parts')}
            >
              {t('panel.actions.whyThis')}
            </button>
          )}
        </p>
      ))}
      {action.due && action.due >= today && (
        <p class="act-due">
          {t('panel.actions.due')} <Day day={action.due} today={today} />
        </p>
      )}
      <div class="act-row">
        <Button
          kind="go"
          {...(digit === null ? {} : { hotkey: String(digit), 'aria-keyshortcuts': String(digit) })}
          onClick={() => onDo(action)}
        >
          {deedWord(action.deed, today)}
        </Button>
        <Button aria-expanded={open === 'track'} onClick={() => toggle('track')}>
          {t('panel.actions.talkTrack')}
        </Button>
        <span class="act-quiet">
          <SnoozeMenu action={action} today={today} answer={answer} />
          {action.putOff === null && <DismissMenu action={action} today={today} answer={answer} />}
        </span>
      </div>
      {open === 'track' && <TalkTrack action={action} today={today} desk={desk} />}
      {open === 'parts' && <Parts action={action} />}
    </li>
  );
}
