import { useEffect, useRef, useState } from 'preact/hooks';
import { type Coming, choiceOf, type TakeChoice } from '@/utils/app/handover/match';
import type {
  HandoverPort,
  OpenPacketProblem,
  PacketPreview,
  ReceivingKeyShown,
  TakenOver,
} from '@/utils/app/handover/port';
import { dayOf } from '@/utils/domain/day';
import type { ClientId } from '@/utils/domain/schema/ids';
import { PassphraseInput } from '../../lock/PassphraseInput';
import { tierWord } from '../../popup/clientWords';
import { Button } from '../../ui/Button';
import { exactDay } from '../../ui/dayWords';
import { problemText } from '../../ui/deeds';
import { Field } from '../../ui/Field';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { saveFile } from '../saveFile';
import '../../lock/lock.css';

interface Shared {
  desk: Desk;
  port: HandoverPort;
}

type Bytes = Uint8Array<ArrayBuffer>;
type State =
  | { at: 'start'; problem: OpenPacketProblem | null }
  | { at: 'asking'; file: Bytes; wrong: boolean }
  | { at: 'opening' }
  | {
      at: 'preview';
      preview: PacketPreview;
      choices: ReadonlyMap<ClientId, TakeChoice>;
      problem: string | null;
    }
  | { at: 'taking' }
  | { at: 'done'; taken: TakenOver };

/** What the giver needs, so that only this device opens what he packs. */
function MyKey({ desk, port }: Shared) {
  const [key, setKey] = useState<ReceivingKeyShown | null>(null);
  useEffect(() => void port.receivingKey().then(setKey, () => {}), [port]);
  const copy = async () => {
    const copied = key !== null && (await desk.port.copy(key.text));
    desk.deeds.say(t(copied ? 'handover.copied' : 'handover.notCopied'), !copied);
  };
  return (
    <section aria-labelledby="h-key">
      <h3 id="h-key">{t('handover.myKey')}</h3>
      <p class="outnote">{t('handover.myKeyAbout')}</p>
      {key && (
        <>
          <p class="hkeytext">
            <code>{key.text}</code> <Button onClick={() => void copy()}>{t('handover.copy')}</Button>
          </p>
          <p class="hcode">
            {t('handover.compare')} <b>{key.code}</b>
          </p>
        </>
      )}
    </section>
  );
}

const optionOf = (choice: TakeChoice | undefined): string =>
  choice?.do === 'into' ? choice.client : (choice?.do ?? 'leave');

function ComingLine({
  coming,
  choice,
  choose,
}: {
  coming: Coming;
  choice: TakeChoice | undefined;
  choose(next: TakeChoice): void;
}) {
  const { client, candidates, state } = coming;
  const isHere = candidates.some(({ id }) => id === client.id);
  const pick = (value: string) => {
    const into = candidates.find(({ id }) => id === value);
    choose(into ? { do: 'into', client: into.id } : value === 'new' ? { do: 'new' } : { do: 'leave' });
  };
  return (
    <tr class={state === 'doubtful' ? 'hdoubt' : undefined}>
      <th scope="row">
        {client.name} <small>{tierWord(client)}</small>
      </th>
      <td>
        <select
          class="input"
          aria-label={t('handover.becomes', client.name)}
          value={optionOf(choice)}
          onChange={(event) => pick(event.currentTarget.value)}
        >
          {candidates.map(({ id, name, by }) => (
            <option key={id} value={id}>
              {t('handover.into', name, t(`handover.sign.${by}`))}
            </option>
          ))}
          {!isHere && <option value="new">{t('handover.new')}</option>}
          <option value="leave">{t('handover.leave')}</option>
        </select>
      </td>
    </tr>
  );
}

interface PreviewProps {
  preview: PacketPreview;
  choices: ReadonlyMap<ClientId, TakeChoice>;
  zone: string;
  problem: string | null;
  choose(id: ClientId, next: TakeChoice): void;
  take(): void;
  drop(): void;
}

/** What a packet would bring, before anything is written. */
function Preview({ preview, choices, zone, problem, choose, take, drop }: PreviewProps) {
  const going = [...choices.values()].filter((choice) => choice.do !== 'leave').length;
  const doubtful = preview.coming.filter(({ state }) => state === 'doubtful').length;
  return (
    <section aria-labelledby="h-preview">
      <h3 id="h-preview">{t('handover.fromWhom', preview.from, exactDay(dayOf(preview.madeAt, zone)))}</h3>
      <p class="hcode">
        {t('handover.packetCodeTake')} <b>{preview.code}</b>
      </p>
      <p>
        {t('handover.packed', preview.coming.length)}{' '}
        {t('handover.packedRows', String(preview.contacts), String(preview.notes), String(preview.rows))}{' '}
        {preview.confidential > 0 && t('handover.withConfidential', preview.confidential)}
      </p>
      {doubtful > 0 && <p class="outheld">{t('handover.doubtful', doubtful)}</p>}
      <div class="hscroll">
        <table class="htable">
          <thead>
            <tr>
              <th scope="col">{t('handover.inPacket')}</th>
              <th scope="col">{t('handover.here')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.coming.map((coming) => (
              <ComingLine
                key={coming.client.id}
                coming={coming}
                choice={choices.get(coming.client.id)}
                choose={(next) => choose(coming.client.id, next)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="hdeeds">
        <Button kind="go" disabled={going === 0} onClick={take}>
          {t('handover.take', going)}
        </Button>
        <Button kind="ghost" onClick={drop}>
          {t('ui.cancel')}
        </Button>
      </p>
      {problem && (
        <p class="outrefused" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

/** What came in, the way back, and the receipt that the giver waits for. */
function Done({ desk, port, taken, back }: Shared & { taken: TakenOver; back(): void }) {
  const [by, setBy] = useState('');
  const { made, joined, rows, already } = taken.count;
  const receipt = async () => {
    const made = await port.receipt(by.trim(), taken).catch(() => null);
    if (!made) return desk.deeds.say(t('handover.noReceipt'), true);
    saveFile(made.name, 'application/json', made.text);
    desk.deeds.say(t('out.handed', made.name));
  };
  const undo = async () => {
    const problem = await port.takeBack(taken.op);
    desk.deeds.say(problem ? problemText(problem) : t('handover.takenBack'), problem !== null);
    if (!problem) back();
  };
  return (
    <section aria-labelledby="h-done">
      <h3 id="h-done">{t('handover.taken', taken.clients.length)}</h3>
      <p role="status">
        {t('handover.takenRows', String(made), String(joined), String(rows), String(already))}
      </p>
      <p class="outnote">{t('handover.receiptAbout')}</p>
      <form
        class="outform"
        onSubmit={(event) => {
          event.preventDefault();
          if (by.trim() !== '') void receipt();
        }}
      >
        <Field label={t('handover.from')}>
          {(wiring) => (
            <input
              {...wiring}
              class="input"
              autocomplete="off"
              maxLength={100}
              value={by}
              onInput={(event) => setBy(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button kind="go" type="submit" disabled={by.trim() === ''}>
          {t('handover.receipt')}
        </Button>
      </form>
      <p class="hdeeds">
        {rows > 0 && <Button onClick={() => void undo()}>{t('handover.takeBack')}</Button>}
        <Button kind="ghost" onClick={back}>
          {t('handover.another')}
        </Button>
      </p>
    </section>
  );
}

/** Takes over what somebody packed for this device: looked through first, then all of it in one. */
export function Take({ desk, port }: Shared) {
  const [state, setState] = useState<State>({ at: 'start', problem: null });
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { zone } = desk.port.settings.value;
  const start = (problem: OpenPacketProblem | null = null) => setState({ at: 'start', problem });

  const open = async (file: Bytes, passphrase: string | null) => {
    setState({ at: 'opening' });
    const read = await port.open(file, passphrase).catch(() => null);
    setTyped('');
    if (!read?.ok) {
      const problem = read?.error ?? ({ why: 'unread' } as const);
      if (problem.why === 'wrongPassphrase') return setState({ at: 'asking', file, wrong: true });
      return start(problem);
    }
    const choices = new Map(read.value.coming.map((coming) => [coming.client.id, choiceOf(coming)]));
    setState({ at: 'preview', preview: read.value, choices, problem: null });
  };
  const choose = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const asks = port.asks(bytes);
    if (!asks.ok) return start({ why: asks.error });
    if (asks.value === 'passphrase') return setState({ at: 'asking', file: bytes, wrong: false });
    await open(bytes, null);
  };
  const take = async (from: Extract<State, { at: 'preview' }>) => {
    setState({ at: 'taking' });
    const taken = await port.take(from.choices);
    if (taken.ok) setState({ at: 'done', taken: taken.value });
    else setState({ ...from, problem: problemText(taken.error) });
  };

  if (state.at === 'preview')
    return (
      <Preview
        {...state}
        zone={zone}
        choose={(id, next) => setState({ ...state, choices: new Map(state.choices).set(id, next) })}
        take={() => void take(state)}
        drop={() => start()}
      />
    );
  if (state.at === 'done') return <Done desk={desk} port={port} taken={state.taken} back={() => start()} />;
  const isBusy = state.at === 'opening' || state.at === 'taking';
  return (
    <>
      <p class="outabout">{t('handover.takeAbout')}</p>
      <MyKey desk={desk} port={port} />
      <section aria-labelledby="h-open">
        <h3 id="h-open">{t('handover.open')}</h3>
        <input
          ref={input}
          type="file"
          accept=".zhibih"
          class="unseen"
          aria-label={t('handover.choose')}
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void choose(file);
            event.currentTarget.value = '';
          }}
        />
        <Button disabled={isBusy} onClick={() => input.current?.click()}>
          {t('handover.choose')}
        </Button>
        {state.at === 'asking' && (
          <form
            class="outform"
            onSubmit={(event) => {
              event.preventDefault();
              if (typed !== '') void open(state.file, typed);
            }}
          >
            <PassphraseInput
              label={t('handover.passphrase')}
              value={typed}
              onInput={setTyped}
              error={state.wrong ? t('handover.fault.wrongPassphrase') : null}
              autocomplete="current-password"
              first
            />
            <Button kind="go" type="submit" disabled={typed === ''}>
              {t('handover.openGo')}
            </Button>
          </form>
        )}
        {isBusy && (
          <p class="outready" role="status">
            {t(state.at === 'opening' ? 'handover.opening' : 'handover.taking')}
          </p>
        )}
        {state.at === 'start' && state.problem && (
          <p class="outrefused" role="alert">
            {t(`handover.fault.${state.problem.why}`)}
          </p>
        )}
      </section>
    </>
  );
}
