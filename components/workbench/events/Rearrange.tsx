import { useState } from 'preact/hooks';
import { EVENT_FORMS } from '@/utils/app/eventForms';
import { countStanding } from '@/utils/domain/event/groupEvents';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { exactDay } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { callOff, type Gathering, isStillAhead, moveTo } from './gathering';
import { dropBegun, keepBegun, useHalf } from './half';
import { When } from './When';

interface Props {
  gathering: Gathering;
  desk: Desk;
}

/** The form for another day, hour or place; what it says is kept like every form. */
function Move({ gathering, desk, close }: Props & { close: () => void }) {
  const { day, minute, place, guests } = gathering;
  const half = useHalf(desk, `move|${gathering.id}`, EVENT_FORMS.move);
  const [busy, setBusy] = useState(false);
  const today = desk.port.today.value;
  const form = { day, minute, place: place ?? '', ...half.form };
  const wanted = form.day ?? null;
  const isPast = wanted !== null && wanted < today;
  const invited = countStanding(gathering, 'invited');

  const save = async () => {
    if (wanted === null || isPast || busy) return;
    const to = { day: wanted, minute: form.minute ?? null, place: form.place?.trim() || null };
    if (guests.length === 0) {
      keepBegun(desk, { ...gathering, ...to });
      half.end();
      return close();
    }
    setBusy(true);
    const text = t('eventPage.hasMoved', gathering.name, exactDay(wanted));
    const outcome = await desk.deeds.perform(moveTo(desk, gathering, to), text);
    setBusy(false);
    if (!outcome.ok) return;
    half.end();
    close();
  };
  return (
    <form
      class="gmove"
      aria-label={t('eventPage.move')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <When form={form} set={(change) => half.set({ ...form, ...change })} min={today} />
      {(wanted === null || isPast) && (
        <p class="field-error" role="alert">
          {t(isPast ? 'eventPage.dayPast' : 'eventPage.dayMissing')}
        </p>
      )}
      {invited > 0 && <p class="evquiet">{t('eventPage.tellThem', invited)}</p>}
      <div class="evdeeds">
        <Button kind="go" type="submit" disabled={busy || wanted === null || isPast}>
          {t('eventPage.moveNow')}
        </Button>
        <Button
          kind="ghost"
          onClick={() => {
            half.end();
            close();
          }}
        >
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

function CallOff({ gathering, desk, close }: Props & { close: () => void }) {
  const { name } = gathering;
  const invited = countStanding(gathering, 'invited');
  const declined = countStanding(gathering, 'declined');
  const off = async () => {
    close();
    await desk.deeds.perform(callOff(gathering), t('eventPage.hasCalledOff', name));
  };
  return (
    <Dialog title={t('eventPage.callOffTitle', name)} onClose={close}>
      {invited > 0 && <p>{t('eventPage.callOffAbout', invited)}</p>}
      {declined > 0 && <p>{t('eventPage.declinedStay', declined)}</p>}
      <div class="dialog-buttons">
        <Button onClick={close}>{t('eventPage.keepIt')}</Button>
        <Button kind="go" onClick={() => void off()}>
          {t('eventPage.callOff')}
        </Button>
      </div>
    </Dialog>
  );
}

/** An event as a whole: on another day, at another hour or place, or not at all. */
export function Rearrange(props: Props) {
  const { gathering, desk } = props;
  const half = useHalf(desk, `move|${gathering.id}`, EVENT_FORMS.move);
  const [open, setOpen] = useState<'move' | 'callOff' | null>(
    Object.keys(half.form).length > 0 ? 'move' : null,
  );
  const close = () => setOpen(null);
  const isBegun = gathering.guests.length === 0;
  if (!isStillAhead(gathering)) return null;
  if (open === 'move') return <Move {...props} close={close} />;
  return (
    <div class="evdeeds">
      {(isBegun || countStanding(gathering, 'invited') > 0) && (
        <Button kind="link" onClick={() => setOpen('move')}>
          {t('eventPage.move')}
        </Button>
      )}
      <Button kind="link" onClick={() => (isBegun ? dropBegun(desk, gathering.id) : setOpen('callOff'))}>
        {t(isBegun ? 'eventPage.drop' : 'eventPage.callOff')}
      </Button>
      {open === 'callOff' && <CallOff {...props} close={close} />}
    </div>
  );
}
