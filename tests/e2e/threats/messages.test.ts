import fc from 'fast-check';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentMessage } from '@/utils/messaging/contentParsers';
import { pageMessage } from '@/utils/messaging/page';
import type { OptionsScreen } from '../pages/options';
import type { PanelScreen } from '../pages/panel';
import { ContentWorld } from '../support/contentWorld';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { CONTENT_MESSAGES, messagesLike, PAGE_MESSAGES } from '../support/fuzz';
import { Stage } from '../support/stage';

/** Set ZHIBI_SEED to see again what failed. */
const SEED = Number(process.env['ZHIBI_SEED'] ?? Date.now() % 2 ** 31);
const MESSAGES = 10_000;
const AT_ONCE = 500;

/** Sends messages without waiting between them; answers each different reply once, as JSON, with a message that got it. */
const sendAll = async (messages: unknown[]): Promise<[reply: string, message: string][]> => {
  const replies = new Map<string, string>();
  await Promise.all(
    messages.map(async (message) => {
      const reply = JSON.stringify(await chrome.runtime.sendMessage(chrome.runtime.id, message));
      if (!replies.has(reply)) replies.set(reply, JSON.stringify(message));
    }),
  );
  return [...replies];
};

/** As many messages as are wanted that must not be taken. */
function refusable(
  valid: Parameters<typeof messagesLike>[0],
  isTaken: (message: unknown) => boolean,
): unknown[] {
  // What arrives is what survives being written as JSON.
  const arrives = messagesLike(valid)
    .map((message): unknown => JSON.parse(JSON.stringify(message)))
    .filter((message) => !isTaken(message));
  return fc.sample(arrives, { numRuns: MESSAGES, seed: SEED });
}

describe(`T5: forged and garbled messages, seed ${SEED}`, () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  let ours: OptionsScreen;
  let before: unknown;

  /** All that lies in the database and in storage. */
  const everything = async () => ({
    rows: await ours.rows(),
    ...(await ours.surface.evaluate(async () => ({
      local: await chrome.storage.local.get(),
      session: await chrome.storage.session.get(),
      grants: await chrome.permissions.getAll(),
      scripts: await chrome.scripting.getRegisteredContentScripts(),
    }))),
  });

  const repliesTo = async (
    messages: readonly unknown[],
    send: (batch: unknown[]) => Promise<[string, string][]>,
  ): Promise<Record<string, string>> => {
    const replies: Record<string, string> = {};
    for (let from = 0; from < messages.length; from += AT_ONCE) {
      for (const [reply, message] of await send(messages.slice(from, from + AT_ONCE)))
        replies[reply] ??= message;
    }
    return replies;
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    ours = await stage.zhibi.openOptions('data');
    await ours.isWhole();
    // Some seconds after a client has come up, how well the page was read is counted: that is no message's doing.
    await ours.until(async () => 'adapterHealth' in (await chrome.storage.session.get('adapterHealth')));
    // So is the second copy of what was written, a moment after it was.
    await ours.until(async () => {
      const { backup, canary, tail } = await chrome.storage.local.get(['backup', 'canary', 'tail']);
      return backup !== undefined && Reflect.get(Object(tail), 'upTo') === Reflect.get(Object(canary), 'seq');
    });
    before = await everything();
  });
  afterAll(() => stage?.close());

  it(`${MESSAGES} from a page of ours are refused, and nothing is written`, async () => {
    const messages = refusable(PAGE_MESSAGES, (message) => pageMessage.safeParse(message).success);
    expect(messages).toHaveLength(MESSAGES);
    const replies = await repliesTo(messages, (batch) => ours.surface.evaluate(sendAll, batch));
    expect(Object.keys(replies), JSON.stringify(replies)).toEqual(['{"refused":"malformed"}']);
    expect(await everything()).toEqual(before);
  });

  it(`${MESSAGES} from a content script are not even answered, and nothing is written`, async () => {
    const world = await ContentWorld.of(page, stage.zhibi.id);
    const messages = refusable(
      [...CONTENT_MESSAGES, ...PAGE_MESSAGES],
      (message) => contentMessage.safeParse(message).success,
    );
    expect(messages).toHaveLength(MESSAGES);
    const replies = await repliesTo(messages, (batch) => world.call(sendAll, batch));
    expect(Object.keys(replies), JSON.stringify(replies)).toEqual(['null']);
    expect(await everything()).toEqual(before);
  });

  it('what only our pages may say, a content script says in vain, word for word', async () => {
    const world = await ContentWorld.of(page, stage.zhibi.id);
    const replies = await world.call(sendAll, [...PAGE_MESSAGES] as unknown[]);
    expect(replies.map(([reply]) => reply)).toEqual(['null']);
    expect(await everything()).toEqual(before);
  });

  it('after which the book is whole, and is written as before', async () => {
    expect(await ours.isWhole()).toBe(true);
    await panel.log({ letter: 'T', note: '还照样能记' });
    await panel.historyShows('还照样能记');
  });
});
