import { useEffect, useState } from 'preact/hooks';
import type { Given as GivenPacket, HandoverPort } from '@/utils/app/handover/port';
import { dayOf } from '@/utils/domain/day';
import { Button } from '../../ui/Button';
import { exactDay } from '../../ui/dayWords';
import { problemText } from '../../ui/deeds';
import { FileButton } from '../../ui/FileButton';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

interface Shared {
  desk: Desk;
  port: HandoverPort;
  changed(): void;
}

/** Erases here whom the successor has taken over; a word is typed, since there is no way back. */
function EraseHere({ desk, port, given, changed }: Shared & { given: GivenPacket }) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState<number | null>(null);
  const { still } = given;
  const word = t('handover.eraseWord');
  const erase = async () => {
    setDone(0);
    const { erased, held, problem } = await port.erase(
      still.map(({ id }) => id),
      setDone,
    );
    setDone(null);
    const left = held.length > 0 ? ` ${t('handover.heldHere', held.join(t('trail.and')))}` : '';
    if (problem) desk.deeds.say(`${t('handover.erasedHere', erased)} ${problemText(problem)}`, true);
    else desk.deeds.say(`${t('handover.erasedHere', erased)}${left}`, left !== '');
    setTyped('');
    setOpen(false);
    changed();
  };
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t('handover.eraseHere', still.length)}</Button>;
  return (
    <form
      class="outform"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === word && done === null) void erase();
      }}
    >
      <p class="outwarn">{t('handover.eraseWarn', still.length)}</p>
      <TextField label={t('handover.typeWord', word)} value={typed} onInput={setTyped} />
      <Button type="submit" class="outdanger" disabled={typed.trim() !== word || done !== null}>
        {t('out.eraseGo')}
      </Button>
      <Button kind="ghost" onClick={() => setOpen(false)}>
        {t('ui.cancel')}
      </Button>
      {done !== null && (
        <p class="outready" role="status">
          {t('handover.erasing', String(done), String(still.length))}
        </p>
      )}
    </form>
  );
}

function One({ desk, port, given, changed }: Shared & { given: GivenPacket }) {
  const { deed, at, receipt, still } = given;
  const { zone } = desk.port.settings.value;
  return (
    <li>
      <p>
        <b>{t('handover.toWhom', deed.to)}</b>{' '}
        {t('handover.givenRows', exactDay(dayOf(at, zone)), String(deed.clients.length), String(deed.rows))}{' '}
        <span class="outnote">{deed.hash.slice(0, 12)}…</span>
      </p>
      {receipt ? (
        <p class="hgood">
          {t(
            'handover.receiptOf',
            exactDay(dayOf(receipt.takenAt, zone)),
            String(receipt.clients.length),
            String(receipt.entry),
          )}
        </p>
      ) : (
        <p class="outnote">{t('handover.noReceiptYet')}</p>
      )}
      {still.length > 0 && <EraseHere desk={desk} port={port} given={given} changed={changed} />}
    </li>
  );
}

/** What was handed over of this book, whether the receipt has come, and what may go then. */
export function Given({ desk, port }: Omit<Shared, 'changed'>) {
  const [all, setAll] = useState<readonly GivenPacket[] | null | undefined>(undefined);
  const [refused, setRefused] = useState<string | null>(null);
  const look = () => void port.given().then(setAll, () => setAll(null));
  useEffect(look, [port]);
  const load = async (file: File) => {
    setRefused(null);
    const read = await port.loadReceipt(await file.text()).catch(() => null);
    if (!read?.ok) return setRefused(t(`handover.receiptFault.${read?.error ?? 'notNoted'}`));
    desk.deeds.say(t('handover.receiptGood', read.value.by, read.value.clients.length));
    look();
  };
  return (
    <>
      <p class="outabout">{t('handover.givenAbout')}</p>
      <FileButton
        label={t('handover.loadReceipt')}
        accept="application/json,.json"
        onFile={(file) => void load(file)}
      />
      {refused && (
        <p class="outrefused" role="alert">
          {refused}
        </p>
      )}
      {all === null && <p class="outrefused">{t('trail.failed')}</p>}
      {all?.length === 0 && <p class="wempty">{t('handover.noneGiven')}</p>}
      <ul class="hgiven">
        {(all ?? []).map((given) => (
          <One key={given.deed.hash} desk={desk} port={port} given={given} changed={look} />
        ))}
      </ul>
    </>
  );
}
