import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type FestiveClient, type GreetingChannel, greetingChannel } from '@/utils/domain/festival/festive';
import type { FestivalAhead } from '@/utils/domain/festival/nextFestival';
import { festiveTracks } from '@/utils/domain/festival/words';
import type { Piece } from '@/utils/domain/library/piece';
import { CHANNELS } from '@/utils/domain/schema/contact';
import type { ClientId } from '@/utils/domain/schema/ids';
import { checkWording } from '@/utils/domain/wording/wording';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { isShortcut } from '../../ui/keys';
import { Segmented } from '../../ui/Segmented';
import { UndoBar } from '../../ui/UndoBar';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { PickList } from '../evening/PickList';
import { greetingWords, type Manner, type ToGreet } from './greet';
import { LeftOutList } from './LeftOutList';
import { useBatch } from './useBatch';

/** Most lines drawn; the rest come up as these are greeted. */
const MOST = 200;

const KEYS = { copy: 'C', wechat: CHANNELS.wechat, sms: CHANNELS.sms } as const;

interface Props {
  clients: readonly FestiveClient[];
  /** The library's pieces; null until it was read. */
  pieces: readonly Piece[] | null;
  ahead: FestivalAhead;
  desk: Desk;
}

const isToGreet = (client: FestiveClient): client is ToGreet => client.standing.state === 'toGreet';

/** Copies what may be said (§11.5); whether it is on the clipboard. */
async function copyWords(desk: Desk, words: string, say: (text: string, failed: boolean) => void) {
  const [fault] = checkWording(words);
  if (fault) say(t('history.copy.refused', fault.words), true);
  else if (await desk.port.copy(words)) return true;
  else say(t('ui.notCopied'), true);
  return false;
}

/** The greetings of one festival, client by client: copied, sent by the RM, marked here, by keys alone. */
export function Greetings({ clients, pieces, ahead, desk }: Props) {
  const { deeds, marked, busy, mark, markAll } = useBatch(desk, ahead);
  const today = desk.port.today.value;
  const isOpen = today >= ahead.from;
  const [at, setAt] = useState(0);
  const [manner, setManner] = useState<Manner>('single');
  const [channel, setChannel] = useState<GreetingChannel | null>(null);
  const [turn, setTurn] = useState(0);
  /** Whose words were copied last. */
  const [copied, setCopied] = useState<ClientId | null>(null);
  const list = useRef<HTMLDivElement>(null);

  const left = useMemo(
    () => clients.filter(isToGreet).filter(({ id }) => !marked.has(id)),
    [clients, marked],
  );
  const greeted = clients.filter(({ id, standing }) => standing.state === 'greeted' || marked.has(id)).length;
  const items = left.slice(0, MOST);
  const place = Math.min(at, Math.max(items.length - 1, 0));
  const item = items[place] ?? null;

  const tracksFor = ({ standing }: ToGreet) =>
    festiveTracks(pieces ?? [], ahead.festival, manner === 'single' && standing.elder);
  const trackFor = (client: ToGreet) => {
    const tracks = tracksFor(client);
    return tracks[turn % Math.max(tracks.length, 1)] ?? null;
  };
  const wordsFor = (client: ToGreet) => greetingWords(client, trackFor(client), manner, today);
  const channelFor = ({ standing }: ToGreet) => greetingChannel(standing, channel);
  /** What goes to many is copied once for all of them. */
  const isCopied = ({ id }: ToGreet) => copied === id || (manner === 'mass' && copied !== null);

  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) list.current?.focus();
  });

  const copy = async (client: ToGreet) => {
    if (!(await copyWords(desk, wordsFor(client), deeds.say))) return;
    const track = trackFor(client);
    if (track && copied !== client.id) void desk.port.library.count(track.id, 'used');
    setCopied(client.id);
  };
  const enter = async (client: ToGreet) => {
    if (busy) return;
    if (!isOpen || !isCopied(client)) return copy(client);
    if (!(await mark(client, channelFor(client), manner))) return;
    const next = items[place + 1];
    if (next && manner === 'single') await copy(next);
  };
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!item || !isShortcut(event)) return;
      const key = event.key.toUpperCase();
      if (key === KEYS.copy) void copy(item);
      else if (key === KEYS.wechat) setChannel('wechat');
      else if (key === KEYS.sms) setChannel('sms');
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  const setMannerAnew = (next: Manner | null) => {
    if (next === null) return;
    setManner(next);
    setCopied(null);
  };

  return (
    <>
      <div class="feshead">
        <span class="fescount" role="status">
          {busy
            ? t('festivalPage.busy', String(busy.done), String(busy.of))
            : t('festivalPage.greeted', String(greeted), String(greeted + left.length))}
        </span>
        <progress
          class="fesbar"
          max={Math.max(greeted + left.length, 1)}
          value={greeted}
          aria-hidden="true"
        />
        <Segmented
          label={t('festivalPage.manner')}
          value={manner}
          options={(['single', 'mass'] as const).map((value) => ({
            value,
            label: t(`festivalPage.manners.${value}`),
          }))}
          onChange={setMannerAnew}
        />
        <span class="evquiet">{t(`festivalPage.mannerHint.${manner}`)}</span>
      </div>
      {item === null ? (
        <p class="wempty">{t(greeted > 0 ? 'festivalPage.allGreeted' : 'festivalPage.nobody')}</p>
      ) : (
        <div class="evening">
          <PickList
            label={t('festivalPage.toGreet', left.length)}
            items={items}
            keyOf={({ id }) => id}
            at={place}
            onMove={setAt}
            onEnter={(client) => void enter(client)}
            list={list}
          >
            {(client) => (
              <>
                <span class="evname">
                  <b>{client.name}</b> {client.standing.elder && <Chip>{t('festivalPage.elder')}</Chip>}
                </span>
                <span class="evquiet">{t(`channel.${channelFor(client)}`)}</span>
              </>
            )}
          </PickList>
          <section class="evform" aria-label={item.name}>
            <div class="evhead">
              <h3>{item.name}</h3>
              {item.standing.prefers !== null && (
                <span class="evquiet">
                  {t('festivalPage.prefers', t(`channel.${item.standing.prefers}`))}
                </span>
              )}
            </div>
            <pre class="evcopy feswords">{wordsFor(item)}</pre>
            <div class="evdeeds fesdeeds">
              <Button
                kind={isCopied(item) ? 'plain' : 'go'}
                hotkey={KEYS.copy}
                aria-keyshortcuts={KEYS.copy}
                onClick={() => void copy(item)}
              >
                {t('ui.copy')}
              </Button>
              {isOpen && isCopied(item) && (
                <Button kind="go" hotkey="↵" disabled={busy !== null} onClick={() => void enter(item)}>
                  {t(manner === 'single' ? 'festivalPage.markNext' : 'festivalPage.markMass')}
                </Button>
              )}
              {tracksFor(item).length > 1 && (
                <Button kind="ghost" onClick={() => setTurn(turn + 1)}>
                  {t('festivalPage.otherWords')}
                </Button>
              )}
              <Segmented<GreetingChannel>
                label={t('festivalPage.channel')}
                value={channelFor(item)}
                options={item.standing.channels.map((value) => ({
                  value,
                  label: `${t(`channel.${value}`)} ${KEYS[value]}`,
                }))}
                onChange={setChannel}
              />
            </div>
            <p class="evquiet">{t(isOpen ? `festivalPage.hint.${manner}` : 'festivalPage.hint.early')}</p>
            {isOpen && manner === 'mass' && left.length > 1 && (
              <Button kind="ghost" disabled={busy !== null} onClick={() => void markAll(left, channel)}>
                {t('festivalPage.markAll', left.length)}
              </Button>
            )}
          </section>
        </div>
      )}
      <LeftOutList clients={clients} desk={desk} />
      <UndoBar deeds={deeds} />
    </>
  );
}
