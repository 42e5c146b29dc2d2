import { useEffect, useState } from 'preact/hooks';
import { choiceOf, type TakeChoice } from '@/utils/app/handover/match';
import type {
  HandoverPort,
  OpenPacketProblem,
  PacketPreview,
  ReceivingKeyShown,
  TakenOver,
} from '@/utils/app/handover/port';
import type { ClientId } from '@/utils/domain/schema/ids';
import { PassphraseInput } from '../../lock/PassphraseInput';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/deeds';
import { Field } from '../../ui/Field';
import { FileButton } from '../../ui/FileButton';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { saveFile } from '../saveFile';
import { Preview } from './Preview';
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
        <FileButton
          label={t('handover.choose')}
          accept=".zhibih"
          disabled={isBusy}
          onFile={(file) => void choose(file)}
        />
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
