import { useState } from 'preact/hooks';
import { NewKeys } from '../lock/NewKeys';
import { SetUp } from '../lock/SetUp';
import { WithPassphrase } from '../lock/WithPassphrase';
import { Button } from '../ui/Button';
import { t } from '../ui/words';
import { moment } from './backup/words';
import type { OptionsDesk } from './desk';
import { NumberField } from './NumberField';
import { Part } from './Part';

const MOST_MINUTES = 240;
const MOST_HOURS = 24;

/** Locks the book by a passphrase, says when it locks by itself, and what that does and does not protect. */
export function LockPart({ desk }: { desk: OptionsDesk }) {
  const { lock } = desk.port;
  const [deed, setDeed] = useState<'setUp' | 'change' | 'remove' | 'renew' | null>(null);
  const has = lock.state.value !== 'none';
  const { idleMinutes, deadlineHours } = lock.times.value;
  const bank = lock.bank.value;
  const closesAt = lock.closesAt.value;
  const zone = desk.port.settings.value?.zone;
  const close = () => setDeed(null);
  const done = (text: string) => () => {
    setDeed(null);
    desk.say(text);
  };
  const saveTimes = async (change: Partial<typeof lock.times.value>, text: string) => {
    const kept = await lock.saveTimes({ ...lock.times.peek(), ...change });
    desk.say(kept ? t('options.saved', text) : t('options.notSaved'), !kept);
  };
  return (
    <Part id="lock" about={t('lock.about')}>
      <div class="orow">
        <span>{t(has ? 'lock.isSet' : 'lock.isNotSet')}</span>
        {has ? (
          <>
            <Button onClick={() => lock.lockNow()}>{t('lock.lockNow')}</Button>
            <Button onClick={() => setDeed('change')}>{t('lock.changeGo')}</Button>
            {!lock.changingKeys.value && (
              <Button onClick={() => setDeed('renew')}>{t('lock.keys.renew')}</Button>
            )}
            {bank.required !== true && (
              <Button onClick={() => setDeed('remove')}>{t('lock.removeGo')}</Button>
            )}
          </>
        ) : (
          <Button kind="go" onClick={() => setDeed('setUp')}>
            {t('lock.setUp')}
          </Button>
        )}
      </div>
      <p role="status">{lock.changingKeys.value ? t('lock.keys.changing') : ''}</p>
      {bank.required === true && (
        <p class={has ? 'ofine' : 'owarn'}>
          {has
            ? t('lock.bankRequires')
            : closesAt === null || zone === undefined
              ? t('lock.bankRequiresNow')
              : t('lock.bankRequiresBy', moment(closesAt, zone))}
        </p>
      )}
      {has && (
        <>
          <NumberField
            label={t('lock.idle')}
            unit={t('lock.minutes')}
            value={idleMinutes}
            locked={bank.idleMinutes !== undefined}
            {...(bank.idleMinutes === undefined ? {} : { hint: t('options.byBank') })}
            min={1}
            max={MOST_MINUTES}
            problem={t('options.display.promptsProblem', '1', String(MOST_MINUTES))}
            onChange={(minutes) =>
              void saveTimes({ idleMinutes: minutes }, t('lock.idleChanged', String(minutes)))
            }
          />
          <NumberField
            label={t('lock.deadline')}
            unit={t('lock.hours')}
            value={deadlineHours}
            min={1}
            max={MOST_HOURS}
            locked={bank.deadlineHours !== undefined}
            hint={t(bank.deadlineHours === undefined ? 'lock.deadlineHint' : 'options.byBank')}
            problem={t('options.display.promptsProblem', '1', String(MOST_HOURS))}
            onChange={(hours) =>
              void saveTimes({ deadlineHours: hours }, t('lock.deadlineChanged', String(hours)))
            }
          />
        </>
      )}
      <h3>{t('lock.whatTitle')}</h3>
      <ul class="osafety">
        <li>{t(has ? 'lock.what.with' : 'lock.what.without')}</li>
        <li>{t(lock.bankOpens.value ? 'lock.what.lostBank' : 'lock.what.lost')}</li>
        <li>{t('lock.what.open')}</li>
        <li>{t('lock.what.traces')}</li>
        <li>{t('lock.what.badge')}</li>
      </ul>
      {deed === 'setUp' && <SetUp port={lock} onClose={close} onDone={done(t('lock.setUpDone'))} />}
      {deed === 'renew' && <NewKeys port={lock} onClose={close} onDone={done(t('lock.keys.done'))} />}
      {(deed === 'change' || deed === 'remove') && (
        <WithPassphrase port={lock} deed={deed} onClose={close} onDone={done(t(`lock.${deed}Done`))} />
      )}
    </Part>
  );
}
