import { withLocks } from '@/utils/domain/schema/locked';
import type { CadenceSettings, Settings } from '@/utils/domain/schema/settings';
import { t, type WordKey } from '../ui/words';
import { CapacityPart, ClassCadencePart, VisitCadencePart } from './CadenceMore';
import type { OptionsDesk } from './desk';
import { LeaveList } from './LeaveList';
import { NumberField } from './NumberField';
import { Part } from './Part';

/** Longer than a year is no cadence; shorter than a day is none either. */
const LEAST = 1;
const MOST = 365;

/** In the order in which a client's own standing decides: class and standing before tier. */
const ROWS = [
  ['A', 'tier.a'],
  ['B', 'tier.b'],
  ['C', 'tier.c'],
  ['D', 'tier.d'],
  ['prospect', 'options.cadence.prospect'],
  ['atRisk', 'options.cadence.atRisk'],
] as const satisfies readonly (readonly [keyof CadenceSettings, WordKey])[];

/** Whether a better tier is to be contacted less often than a lesser one: rarely meant. */
const isUpsideDown = ({ A, B, C, D }: CadenceSettings): boolean => A > B || B > C || C > D;

/** How often each kind of client is contacted and met at the least (§3), by whom, and when not. */
export function CadencePart({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const { cadence } = settings;
  const { locked } = desk.port.locked.value;
  // What the bank has set cannot be put back to anything else.
  const start = withLocks(desk.port.startingSettings, locked).cadence;
  const changed = ROWS.some(([key]) => cadence[key] !== start[key]);
  return (
    <Part
      id="cadence"
      about={t('options.cadence.about')}
      reset={
        changed ? () => void desk.save(() => ({ cadence: start }), t('options.cadence.resetDone')) : null
      }
    >
      <div class="ogrid">
        {ROWS.map(([key, word]) => (
          <NumberField
            key={key}
            label={t(word)}
            unit={t('options.cadence.days')}
            value={cadence[key]}
            min={LEAST}
            max={MOST}
            locked={locked.cadence[key] !== undefined}
            hint={
              locked.cadence[key] === undefined
                ? t('options.cadence.start', String(start[key]))
                : t('options.byBank')
            }
            problem={t('options.cadence.problem', String(LEAST), String(MOST))}
            onChange={(days) =>
              void desk.save(
                (now) => ({ cadence: { ...now.cadence, [key]: days } }),
                t('options.cadence.changed', t(word), String(days)),
              )
            }
          />
        ))}
      </div>
      {isUpsideDown(cadence) && (
        <p class="owarn" role="status">
          {t('options.cadence.upsideDown')}
        </p>
      )}
      <ClassCadencePart desk={desk} settings={settings} />
      <VisitCadencePart desk={desk} settings={settings} />
      <CapacityPart desk={desk} settings={settings} />
      <LeaveList desk={desk} settings={settings} today={desk.port.today.value} />
    </Part>
  );
}
