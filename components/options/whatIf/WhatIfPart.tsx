import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrialFound, TrialProgress } from '@/utils/app/whatIf';
import { addDays } from '@/utils/domain/day';
import type { Settings } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { t } from '../../ui/words';
import type { OptionsDesk } from '../desk';
import { Part } from '../Part';
import { Found } from './Found';
import { TriedRules } from './TriedRules';
import { hasChanges, NO_CHANGES, type TriedChanges, withChanges } from './triedRules';
import './whatIf.css';

/** What stands below the form: nothing yet, a try that is under way, what it found, or that it failed. */
type Stand =
  | { state: 'none' }
  | { state: 'running'; progress: TrialProgress; stop(): void }
  | { state: 'found'; found: TrialFound; day: CivilDay; differs: boolean }
  | { state: 'failed' };

/** How far back and ahead a day may be tried. */
const MOST_DAYS = 366;

/**
 * What if: all prompts for all clients on any day, by the rules as they are set or as one would like to try
 * them, beside those as set now (§5). Opens no client, writes nothing, keeps nothing.
 */
export function WhatIfPart({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const today = desk.port.today.value;
  const [day, setDay] = useState<CivilDay | null>(today);
  const [changes, setChanges] = useState<TriedChanges>(NO_CHANGES);
  const [stand, setStand] = useState<Stand>({ state: 'none' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    if (day === null) return;
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const stop = () => control.abort();
    setStand({ state: 'running', progress: { done: 0, of: 0, closed: 0 }, stop });
    const differs = hasChanges(changes);
    const trial = {
      day,
      now: settings,
      tried: differs ? withChanges(settings, changes) : settings,
      learned: desk.port.learned.value,
    };
    const found = await desk.port.tryBook(trial, control.signal, (progress) => {
      if (running.current === control) setStand({ state: 'running', progress, stop });
    });
    if (running.current !== control) return;
    setStand(found ? { state: 'found', found, day, differs } : { state: 'failed' });
  };

  return (
    <Part id="whatIf" about={t('options.whatIf.about')}>
      <div class="owhatif-day">
        <DateField
          label={t('options.whatIf.day')}
          value={day}
          onChange={setDay}
          quick={[
            { label: t('when.today'), day: today },
            { label: t('when.tomorrow'), day: addDays(today, 1) },
          ]}
          min={addDays(today, -MOST_DAYS)}
          max={addDays(today, MOST_DAYS)}
          showLabel
        />
      </div>
      <TriedRules rules={desk.port.rules} settings={settings} changes={changes} onChange={setChanges} />
      <div class="owhatif-go">
        {stand.state === 'running' ? (
          <>
            <Button onClick={stand.stop}>{t('options.whatIf.stop')}</Button>
            <progress
              aria-label={t('options.whatIf.progress')}
              max={Math.max(1, stand.progress.of)}
              value={stand.progress.done}
            />
            <span>
              {stand.progress.done} / {stand.progress.of}
            </span>
          </>
        ) : (
          <Button kind="go" disabled={day === null} onClick={() => void start()}>
            {t('options.whatIf.go')}
          </Button>
        )}
      </div>
      <div role="status">
        {stand.state === 'failed' && <p class="owarn">{t('options.whatIf.failed')}</p>}
        {stand.state === 'found' && <Found found={stand.found} day={stand.day} differs={stand.differs} />}
      </div>
    </Part>
  );
}
