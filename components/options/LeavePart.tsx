import { useState } from 'preact/hooks';
import type { LeavePort, ToBeWiped } from '@/utils/app/leaving/port';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import { language, t } from '../ui/words';
import { saveFile } from '../workbench/saveFile';
import type { OptionsDesk } from './desk';
import { Part } from './Part';

const grouped = (count: number): string => new Intl.NumberFormat(language()).format(count);

/** The receipt: what was here, line by line; the last line is the hash of those before it. */
async function receiptOf(port: LeavePort, said: ToBeWiped): Promise<string> {
  const { anchor } = said;
  const lines = [
    t('leave.receipt.title'),
    t('leave.receipt.at', new Date(said.at).toISOString()),
    t('leave.receipt.version', said.version),
    t('leave.receipt.clients', String(said.clients)),
    t('leave.receipt.rows', String(said.rows)),
    t('leave.receipt.closed', String(said.closed)),
    t('leave.receipt.journal', String(anchor.seq), anchor.hash || '-'),
    t('leave.receipt.book', said.hash),
  ];
  const text = `${lines.join('\n')}\n`;
  return `${text}SHA-256: ${await port.hashOf(text)}\n`;
}

interface ReadyProps {
  desk: OptionsDesk;
  port: LeavePort;
  found: ToBeWiped;
}

/** What would go, the receipt, and a word to be typed: there is no way back. */
function Ready({ desk, port, found }: ReadyProps) {
  const [typed, setTyped] = useState('');
  const [receipt, setReceipt] = useState(false);
  const [running, setRunning] = useState(false);
  const word = t('leave.word');
  if (found.held.length > 0)
    return (
      <p class="owarn owarn-late" role="alert">
        {t('leave.held', found.held.join(t('trail.and')))}
      </p>
    );
  const save = async () => {
    const text = await receiptOf(port, found);
    saveFile(
      `zhibi-wipe-${new Date(found.at).toISOString().slice(0, 10)}.txt`,
      'text/plain;charset=utf-8',
      text,
    );
    setReceipt(true);
  };
  const wipe = async () => {
    setRunning(true);
    const done = await port.wipe().catch(() => false);
    setRunning(done);
    if (!done) desk.say(t('leave.refused'), true);
  };
  return (
    <>
      <p>{t('leave.found', grouped(found.clients), grouped(found.rows))}</p>
      {found.drafts > 0 && <p class="owarn">{t('leave.drafts', found.drafts)}</p>}
      {found.closed > 0 && <p class="owarn">{t('leave.closed', found.closed)}</p>}
      <div class="orow">
        <span>{t('leave.receiptAbout')}</span>
        <Button onClick={() => void save()}>{t('leave.receiptGo')}</Button>
      </div>
      <form
        class="owipe"
        onSubmit={(event) => {
          event.preventDefault();
          if (receipt && typed.trim() === word && !running) void wipe();
        }}
      >
        <TextField
          label={t('handover.typeWord', word)}
          hint={t('leave.first')}
          value={typed}
          onInput={setTyped}
        />
        <Button type="submit" disabled={!receipt || typed.trim() !== word || running}>
          {t(running ? 'leave.running' : 'leave.go')}
        </Button>
      </form>
    </>
  );
}

type State = 'idle' | 'looking' | 'failed' | { port: LeavePort; found: ToBeWiped };

/** Leaving: everything on this device goes, with a receipt of what it was. */
export function LeavePart({ desk }: { desk: OptionsDesk }) {
  const [state, setState] = useState<State>('idle');
  const look = async () => {
    setState('looking');
    const port = await desk.port.leave();
    const found = await port.look().catch(() => null);
    setState(found ? { port, found } : 'failed');
  };
  return (
    <Part id="leave" about={t('leave.about')}>
      <ul class="osafety">
        <li>{t('leave.before')}</li>
        <li>{t('leave.stays')}</li>
        <li>{t('leave.elsewhere')}</li>
      </ul>
      {typeof state === 'object' ? (
        <Ready desk={desk} {...state} />
      ) : (
        <div class="orow">
          <Button disabled={state === 'looking'} onClick={() => void look()}>
            {t(state === 'looking' ? 'leave.looking' : 'leave.look')}
          </Button>
        </div>
      )}
      <div role="status">{state === 'failed' && <p class="owarn owarn-late">{t('trail.failed')}</p>}</div>
    </Part>
  );
}
