import { useEffect, useState } from 'preact/hooks';
import {
  type Client,
  CONSENT_CHANNELS,
  type ConsentChannel,
  type Consent as ConsentGiven,
  type DoNotContact,
} from '@/utils/domain/schema/client';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { shortDay } from '../../ui/dayWords';
import { formKeys } from '../../ui/keys';
import { Menu } from '../../ui/Menu';
import { t } from '../../ui/words';
import { Section } from '../Section';
import type { FormKey } from '../unsaved';
import { type FactsProps, subjectOf } from './deeds';
import { DayInput, Words } from './inputs';

const TONES = { given: 'good', refused: 'late', unknown: 'plain' } as const;

/** One channel as a chip; pressing it says otherwise. */
function Channel({
  channel,
  consent,
  facts,
}: {
  channel: ConsentChannel;
  consent: ConsentGiven | undefined;
  facts: FactsProps;
}) {
  const { client, today, desk } = facts;
  const state = consent === undefined ? 'unknown' : consent.given ? 'given' : 'refused';
  const word = t(`consent.${state}`, t(`consent.channel.${channel}`));
  const set = (given: boolean | null) => {
    const said = given === null ? null : ({ given, day: today, source: 'client' } as const);
    const command = { do: 'setConsent', subject: subjectOf(facts), channel, consent: said } as const;
    void desk.deeds.perform(command, t('consent.saved', client.name));
  };
  const item = (id: 'given' | 'refused' | 'unknown', label: string, given: boolean | null) => ({
    id,
    label,
    mark: { kind: 'radio' as const, on: state === id },
    pick: () => set(given),
  });
  const since =
    consent && t('consent.since', t(`profile.source.${consent.source}`), shortDay(consent.day, today));
  return (
    <Menu
      class={`chip chip-button chip-${TONES[state]}`}
      label={since === undefined ? word : `${word} (${since})`}
      {...(since === undefined ? {} : { title: since })}
      items={[
        item('given', t('consent.give'), true),
        item('refused', t('consent.refuse'), false),
        item('unknown', t('consent.clear'), null),
      ]}
    >
      {word}
    </Menu>
  );
}

const quietKey = (clientId: ClientId): FormKey => ({ of: clientId, name: 'quiet|new' });

const NOT_ASKED: Pick<DoNotContact, 'until' | 'reason'> = { until: null, reason: null };

/** 勿扰: until when, and why. Neither is needed. */
function QuietForm({ facts, onClose }: { facts: FactsProps; onClose: () => void }) {
  const { client, clientId, today, desk } = facts;
  const formKey = quietKey(clientId);
  const [asked, setAsked] = useState(() => ({ ...NOT_ASKED, ...desk.unsaved.get(formKey) }));
  const change = (next: Partial<typeof NOT_ASKED>) => {
    const changed = { ...asked, ...next };
    desk.unsaved.set(formKey, changed);
    setAsked(changed);
  };
  const leave = () => {
    desk.unsaved.end(formKey);
    onClose();
  };
  const save = async () => {
    const doNotContact = { day: today, ...asked };
    const command = { do: 'setDoNotContact', subject: subjectOf(facts), doNotContact } as const;
    const outcome = await desk.deeds.perform(command, t('consent.quiet.saved', client.name));
    if (outcome.ok) leave();
  };
  return (
    <form
      class="editor rowform"
      aria-label={t('consent.quiet.set')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={formKeys(() => void save(), onClose)}
    >
      <div class="rowform-fields">
        <DayInput
          label={t('consent.quiet.field.until')}
          value={asked.until}
          onChange={(until) => change({ until })}
        />
        <Words
          label={t('consent.quiet.field.reason')}
          value={asked.reason}
          onChange={(reason) => change({ reason })}
        />
      </div>
      <div class="editor-row">
        <Button kind="go" type="submit" hotkey="Ctrl ↵">
          {t('ui.save')}
        </Button>
        <Button kind="ghost" onClick={leave}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Whether it stands today: one with a last day ends by itself. */
const stands = (quiet: DoNotContact | null, today: CivilDay): quiet is DoNotContact =>
  quiet !== null && (quiet.until === null || quiet.until >= today);

function Quiet({ quiet, facts }: { quiet: DoNotContact; facts: FactsProps }) {
  const { client, today, desk } = facts;
  const end = () => {
    const command = { do: 'setDoNotContact', subject: subjectOf(facts), doNotContact: null } as const;
    void desk.deeds.perform(command, t('consent.quiet.ended', client.name));
  };
  return (
    <p class="rows-quiet">
      <b>
        {quiet.until === null
          ? t('consent.quiet.forGood', shortDay(quiet.day, today))
          : t('consent.quiet.until', shortDay(quiet.until, today))}
      </b>
      {quiet.reason !== null && <span>{quiet.reason}</span>}
      <Button kind="link" onClick={end}>
        {t('consent.quiet.end')}
      </Button>
    </p>
  );
}

/** By which channels the client may be offered something (§11.7), and whether to be left alone. */
export function Consent({ client, facts }: { client: Client; facts: FactsProps }) {
  const { today, desk, clientId } = facts;
  const [asking, setAsking] = useState(() => desk.unsaved.has(quietKey(clientId)));
  const found = desk.unsaved.found.value;
  useEffect(() => setAsking((now) => now || desk.unsaved.has(quietKey(clientId))), [found]);
  const quiet = client.doNotContact;
  const standing = stands(quiet, today);
  return (
    <Section
      id="consent"
      title={t('consent.title')}
      action={
        !asking &&
        !standing && (
          <Button kind="link" onClick={() => setAsking(true)}>
            {t('consent.quiet.set')}
          </Button>
        )
      }
    >
      {standing && <Quiet quiet={quiet} facts={facts} />}
      {asking && <QuietForm facts={facts} onClose={() => setAsking(false)} />}
      <div class="consents">
        {CONSENT_CHANNELS.map((channel) => (
          <Channel key={channel} channel={channel} consent={client.consents[channel]} facts={facts} />
        ))}
      </div>
    </Section>
  );
}
