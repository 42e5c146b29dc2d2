import { useEffect, useState } from 'preact/hooks';
import type { Expired, LeavingRules, OutPort } from '@/utils/app/outPort';
import type { Brief } from '@/utils/domain/brief';
import { dayOf } from '@/utils/domain/day';
import { retentionDays } from '@/utils/domain/exportRule';
import type { ErasureReason } from '@/utils/domain/schema/act';
import { type LegalHold, legalHold } from '@/utils/domain/schema/client';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/deeds';
import { Field } from '../../ui/Field';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/words';
import { ClientChoice } from '../ClientChoice';
import type { Desk } from '../desk';

interface Shared {
  desk: Desk;
  port: OutPort;
}

/** A legal hold: while it stands nothing of the client is erased. */
function Hold({
  desk,
  port,
  brief,
  held,
  changed,
}: Shared & { brief: Brief; held: LegalHold | null; changed(): void }) {
  const [reason, setReason] = useState('');
  const set = async (hold: LegalHold | null) => {
    const problem = await port.hold(brief.clientId, hold);
    desk.deeds.say(
      problem ? problemText(problem) : t(hold ? 'out.holdSet' : 'out.holdLifted', brief.name),
      problem !== null,
    );
    setReason('');
    changed();
  };
  if (held)
    return (
      <p class="outheld">
        {t('out.held', held.day, held.reason)}{' '}
        <Button kind="link" onClick={() => void set(null)}>
          {t('out.liftHold')}
        </Button>
      </p>
    );
  const hold = legalHold.safeParse({ day: desk.port.today.peek(), reason: reason.trim() });
  return (
    <form
      class="outform"
      onSubmit={(event) => {
        event.preventDefault();
        if (hold.success) void set(hold.data);
      }}
    >
      <Field label={t('out.holdReason')} hint={t('out.holdAbout')}>
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            autocomplete="off"
            maxLength={200}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={!hold.success}>
        {t('out.setHold')}
      </Button>
    </form>
  );
}

/** Erases one client. The name is typed in full: there is no way back. */
function EraseOne({
  desk,
  port,
  brief,
  why,
  done,
}: Shared & { brief: Brief; why: ErasureReason; done(): void }) {
  const [typed, setTyped] = useState('');
  const [held, setHeld] = useState<LegalHold | null | undefined>(undefined);
  const [running, setRunning] = useState(false);
  const look = () =>
    void port
      .client(brief.clientId)
      .then((bundle) => setHeld(bundle ? (bundle.client.legalHold ?? null) : undefined));
  useEffect(look, [port, brief.clientId]);
  const isSame = typed.trim() === brief.name;
  const erase = async () => {
    setRunning(true);
    const gone = await port.erase(brief.clientId, why);
    setRunning(false);
    if (gone.ok) {
      desk.deeds.say(t('out.erased', brief.name, gone.value.rows, gone.value.parts));
      return done();
    }
    desk.deeds.say('field' in gone.error ? problemText(gone.error) : t('out.notErasedHeld'), true);
  };
  return (
    <div class="outerase">
      <Hold desk={desk} port={port} brief={brief} held={held ?? null} changed={look} />
      {held === null && (
        <form
          class="outform"
          onSubmit={(event) => {
            event.preventDefault();
            if (isSame && !running) void erase();
          }}
        >
          <p class="outwarn">{t('out.eraseWarn', brief.name)}</p>
          <TextField label={t('out.typeName', brief.name)} value={typed} onInput={setTyped} />
          <Button type="submit" class="outdanger" disabled={!isSame || running}>
            {t('out.eraseGo')}
          </Button>
        </form>
      )}
    </div>
  );
}

interface Props extends Shared {
  briefs: readonly Brief[];
  rules: LeavingRules;
  told(): void;
}

/** After how many days clients of whom nothing was written are offered here. */
function Days({ desk, rules, told }: Omit<Props, 'briefs' | 'port'>) {
  const [typed, setTyped] = useState(rules.retentionDays === null ? '' : String(rules.retentionDays));
  const days = typed.trim() === '' ? null : retentionDays.safeParse(Number(typed.trim()));
  const wrong = days !== null && !days.success;
  const keep = async () => {
    const { retentionDays: _, ...settings } = desk.port.settings.peek();
    const kept = await desk.port.saveSettings(
      days?.success ? { ...settings, retentionDays: days.data } : settings,
    );
    const said = days?.success ? t('out.daysKept', days.data) : t('out.daysNone');
    desk.deeds.say(kept ? said : t('options.notSaved'), !kept);
    told();
  };
  if (rules.retentionByBank)
    return (
      <p>
        {t('out.daysKept', rules.retentionDays ?? 0)} <span class="outnote">{t('options.byBank')}</span>
      </p>
    );
  return (
    <form
      class="outform"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) void keep();
      }}
    >
      <Field
        label={t('out.days')}
        hint={t('out.daysHint')}
        error={wrong ? t('out.daysWrong', 30, 36500) : null}
      >
        {(wiring) => (
          <input
            {...wiring}
            class="input input-short"
            inputMode="numeric"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={wrong}>
        {t('ui.save')}
      </Button>
    </form>
  );
}

/** Erasure: of one client who asks for it, and of those kept longer than they may be. */
export function Erasing({ desk, port, briefs, rules, told }: Props) {
  const [chosen, setChosen] = useState<{ brief: Brief; why: ErasureReason } | null>(null);
  const [erasedNow, setErasedNow] = useState(false);
  const [expired, setExpired] = useState<readonly Expired[] | null>([]);
  const { zone } = desk.port.settings.value;
  const book = desk.port.book.value;
  useEffect(() => {
    let left = false;
    void port
      .expired()
      .catch(() => null)
      .then((found) => !left && setExpired(found));
    return () => {
      left = true;
    };
    // A client erased or written of since is no more among them.
  }, [port, rules.retentionDays, book]);
  const choose = (id: Brief['clientId']) => {
    const brief = briefs.find(({ clientId }) => clientId === id);
    if (brief) setChosen({ brief, why: 'retention' });
  };
  return (
    <section aria-labelledby="out-erase">
      <h3 id="out-erase">{t('out.erase')}</h3>
      <p class="outnote">{t('out.eraseAbout')}</p>
      <ClientChoice
        label={t('out.which')}
        briefs={briefs}
        today={desk.port.today.value}
        chosen={chosen?.brief ?? null}
        choose={(brief) => setChosen(brief && { brief, why: 'request' })}
      />
      {chosen && (
        <EraseOne
          key={chosen.brief.clientId}
          desk={desk}
          port={port}
          brief={chosen.brief}
          why={chosen.why}
          done={() => {
            setChosen(null);
            setErasedNow(true);
          }}
        />
      )}
      {erasedNow && (
        <p class="outnote" role="status">
          {t('out.stillInFiles')}{' '}
          <Button kind="link" onClick={() => desk.port.openOptions('data')}>
            {t('out.toDeepErase')}
          </Button>
        </p>
      )}
      <h4>{t('out.retention')}</h4>
      <Days key={rules.retentionDays} desk={desk} rules={rules} told={told} />
      {expired === null && <p class="outrefused">{t('trail.failed')}</p>}
      {rules.retentionDays !== null && expired !== null && (
        <>
          <p class="outnote">
            {expired.length === 0 ? t('out.noneExpired') : t('out.expired', expired.length)}
          </p>
          <ul class="outexpired">
            {expired.map(({ id, name, lastWritten, held }) => (
              <li key={id}>
                <b>{name}</b>
                <span class="outnote">{t('out.lastWritten', dayOf(lastWritten, zone))}</span>
                {held ? (
                  <span class="outheld">{t('out.isHeld')}</span>
                ) : (
                  <Button kind="link" onClick={() => choose(id)}>
                    {t('out.eraseThis', name)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
