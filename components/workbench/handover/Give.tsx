import { useEffect, useState } from 'preact/hooks';
import type { HandoverPort, Packed, PackProblem } from '@/utils/app/handover/port';
import type { Brief } from '@/utils/domain/brief';
import type { Outline } from '@/utils/domain/outline';
import type { ClientId } from '@/utils/domain/schema/ids';
import { HANDOVER_PARTS, type HandoverPart } from '@/utils/export/handover/chosen';
import { NewPassphrase } from '../../lock/NewPassphrase';
import { Tick } from '../../panel/facts/inputs';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { saveFile } from '../saveFile';
import { Choosing } from './Choosing';
import { Papers } from './Papers';
import '../../lock/lock.css';

interface Props {
  desk: Desk;
  port: HandoverPort;
  briefs: readonly Brief[];
}

type Opens = 'key' | 'passphrase';

/** The successor's key, with the groups to compare by voice once it is one. */
function KeyField({ port, value, enter }: { port: HandoverPort; value: string; enter(key: string): void }) {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    void port.codeOf(value).then((next) => !left && setCode(next));
    return () => {
      left = true;
    };
  }, [port, value]);
  return (
    <>
      <Field
        label={t('handover.theirKey')}
        hint={t('handover.theirKeyHint')}
        error={value.trim() !== '' && code === null ? t('handover.noKey') : null}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            class="input hkey"
            autocomplete="off"
            spellcheck={false}
            rows={2}
            value={value}
            onInput={(event) => enter(event.currentTarget.value)}
          />
        )}
      </Field>
      {code !== null && (
        <p class="hcode" role="status">
          {t('handover.compare')} <b>{code}</b>
        </p>
      )}
    </>
  );
}

function Ready({ packed, hand, drop }: { packed: Packed; hand(): void; drop(): void }) {
  return (
    <div class="hready" role="status">
      <p>
        <b>{t('handover.packed', packed.clients)}</b>{' '}
        {t('handover.packedRows', String(packed.contacts), String(packed.notes), String(packed.rows))}
      </p>
      {packed.closed > 0 && <p class="outclosed">{t('out.closed', packed.closed)}</p>}
      <p class="hcode">
        {t('handover.packetCode')} <b>{packed.code}</b>
      </p>
      <p class="hdeeds">
        <Button kind="go" onClick={hand}>
          {t('out.hand')}
        </Button>
        <Button kind="ghost" onClick={drop}>
          {t('ui.cancel')}
        </Button>
      </p>
    </div>
  );
}

/** Packs clients for a successor: who, what of them, for whom; then the file is handed out, and noted. */
export function Give({ desk, port, briefs }: Props) {
  const [rules, setRules] = useState<{ exports: string; exportsByBank: boolean } | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<ClientId>>(new Set());
  const [parts, setParts] = useState<readonly HandoverPart[]>(HANDOVER_PARTS);
  const [confidential, setConfidential] = useState(false);
  const [names, setNames] = useState({ from: '', to: '' });
  const [opens, setOpens] = useState<Opens>('key');
  const [key, setKey] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [packed, setPacked] = useState<Packed | 'packing' | null>(null);
  const [refused, setRefused] = useState<PackProblem | 'notNoted' | null>(null);
  const [papers, setPapers] = useState<readonly Outline[] | null>(null);
  useEffect(() => void port.rules().then(setRules), [port]);
  const isOff = rules?.exports === 'off';
  const isTold = opens === 'key' ? key.trim() !== '' : passphrase !== null;
  const isReady = chosen.size > 0 && names.from.trim() !== '' && names.to.trim() !== '' && isTold;

  const pack = async () => {
    setPacked('packing');
    setRefused(null);
    const whom =
      opens === 'key'
        ? ({ by: 'key', key } as const)
        : ({ by: 'passphrase', passphrase: passphrase ?? '' } as const);
    const { from, to } = names;
    const order = { clients: [...chosen], parts, confidential, from: from.trim(), to: to.trim(), whom };
    const made = await port.pack(order).catch(() => null);
    setPacked(made?.ok ? made.value : null);
    if (!made?.ok) setRefused(made?.error ?? 'failed');
  };
  const hand = async (ready: Packed) => {
    const problem = await port.handOut(ready).catch(() => 'notNoted' as const);
    setPacked(null);
    if (problem) return setRefused(problem);
    saveFile(ready.name, 'application/octet-stream', ready.bytes);
    desk.deeds.say(t('handover.handed', ready.name));
  };
  const print = async () => setPapers(await port.outlines([...chosen]));

  if (!rules) return <p class="wempty">{t('popup.loading')}</p>;
  if (papers)
    return <Papers desk={desk} outlines={papers} wanted={chosen.size} back={() => setPapers(null)} />;
  const name = (which: 'from' | 'to') => (
    <Field label={t(`handover.${which}`)}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          autocomplete="off"
          maxLength={100}
          value={names[which]}
          onInput={(event) => setNames({ ...names, [which]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <p class="outabout">{t('handover.giveAbout')}</p>
      {isOff && (
        <p class="outrefused" role="alert">
          {t('handover.refused.off')} {rules.exportsByBank && t('options.byBank')}
        </p>
      )}
      <section aria-labelledby="h-who">
        <h3 id="h-who">{t('handover.who')}</h3>
        <Choosing briefs={briefs} today={desk.port.today.value} chosen={chosen} choose={setChosen} />
        <Button disabled={chosen.size === 0} onClick={() => void print()}>
          {t('handover.papers')}
        </Button>
      </section>
      <section aria-labelledby="h-what">
        <h3 id="h-what">{t('handover.what')}</h3>
        <p class="outnote">{t('handover.always')}</p>
        <div class="hparts">
          {HANDOVER_PARTS.map((part) => (
            <Tick
              key={part}
              label={t(`handover.part.${part}`)}
              value={parts.includes(part)}
              onChange={(on) =>
                setParts(HANDOVER_PARTS.filter((each) => (each === part ? on : parts.includes(each))))
              }
            />
          ))}
        </div>
        {parts.includes('notes') && (
          <div class="hparts">
            <Tick label={t('handover.confidential')} value={confidential} onChange={setConfidential} />
            <p class="outnote">{t('handover.never')}</p>
          </div>
        )}
      </section>
      <section aria-labelledby="h-whom">
        <h3 id="h-whom">{t('handover.whom')}</h3>
        <form
          class="hwhom"
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady && !isOff && packed !== 'packing') void pack();
          }}
        >
          <div class="outform">
            {name('from')}
            {name('to')}
          </div>
          <Segmented
            label={t('handover.opens')}
            options={(['key', 'passphrase'] as const).map((value) => ({
              value,
              label: t(`handover.by.${value}`),
            }))}
            value={opens}
            onChange={(next: Opens | null) => next && setOpens(next)}
          />
          {opens === 'key' ? (
            <KeyField port={port} value={key} enter={setKey} />
          ) : (
            <>
              <p class="outnote">{t('handover.passphraseAbout')}</p>
              <NewPassphrase port={port} onChange={setPassphrase} />
            </>
          )}
          <Button kind="go" type="submit" disabled={!isReady || isOff || packed === 'packing'}>
            {t(packed === 'packing' ? 'handover.packing' : 'handover.pack')}
          </Button>
        </form>
        {refused && (
          <p class="outrefused" role="alert">
            {t(`handover.refused.${refused}`)}
          </p>
        )}
        {packed !== null && packed !== 'packing' && (
          <Ready packed={packed} hand={() => void hand(packed)} drop={() => setPacked(null)} />
        )}
      </section>
    </>
  );
}
