import type { Channel } from '@/utils/domain/schema/contact';
import { Field } from '../ui/Field';
import { Segmented } from '../ui/Segmented';
import { t } from '../ui/words';
import { type DraftDetails, isFaceToFace, isMessage } from './details';
import { TextLine } from './TextLine';

const LONGEST = 1440;

function Tick({ label, on, set }: { label: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

function Minutes({ value, onChange }: { value: number | null; onChange: (minutes: number | null) => void }) {
  return (
    <Field label={t('log.duration')}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          autocomplete="off"
          type="number"
          inputMode="numeric"
          min={0}
          max={LONGEST}
          value={value ?? ''}
          onInput={(event) => {
            const minutes = event.currentTarget.valueAsNumber;
            onChange(Number.isInteger(minutes) && minutes >= 0 && minutes <= LONGEST ? minutes : null);
          }}
        />
      )}
    </Field>
  );
}

/** What only some contacts need: direction, length, who was there, where, and the ticks. */
export function LogMore({
  channel,
  details,
  change,
}: {
  channel: Channel;
  details: DraftDetails;
  change: (change: DraftDetails) => void;
}) {
  const filled = [details.minutesLong, details.metWith, details.companions, details.place].some(Boolean);
  return (
    <details class="logmore" open={filled}>
      <summary>{t('ui.more')}</summary>
      <div class="logmore-body">
        <Segmented
          label={t('log.direction')}
          options={[
            { value: 'out', label: t('log.out') },
            { value: 'in', label: t('log.in') },
          ]}
          value={details.direction ?? (channel === 'branch' ? 'in' : 'out')}
          onChange={(direction) => direction && change({ direction })}
        />
        <div class="loggrid">
          <Minutes value={details.minutesLong ?? null} onChange={(minutesLong) => change({ minutesLong })} />
          <TextLine
            label={t('log.place')}
            showLabel
            value={details.place}
            onChange={(place) => change({ place })}
          />
          <TextLine
            label={t('log.metWith')}
            showLabel
            value={details.metWith}
            onChange={(metWith) => change({ metWith })}
          />
          <TextLine
            label={t('log.companions')}
            showLabel
            value={details.companions}
            onChange={(companions) => change({ companions })}
          />
        </div>
        <div class="ticks">
          <Tick
            label={t('log.newBusiness')}
            on={details.newBusiness ?? false}
            set={(newBusiness) => change({ newBusiness })}
          />
          {isFaceToFace(channel) && (
            <Tick
              label={t('log.coldVisit')}
              on={details.coldVisit ?? false}
              set={(coldVisit) => change({ coldVisit })}
            />
          )}
          {isMessage(channel) && (
            <Tick label={t('log.mass')} on={details.mass ?? false} set={(mass) => change({ mass })} />
          )}
        </div>
        {isMessage(channel) && details.mass && <p class="field-hint">{t('log.massHint')}</p>}
      </div>
    </details>
  );
}
