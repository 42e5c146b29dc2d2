import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import type { Subject } from '@/utils/app/command';
import { type Draft, draft as draftSchema } from '@/utils/app/draft';
import { unfinishedDrafts } from '@/utils/app/live/unfinished';
import { pageMessage } from '@/utils/messaging/page';
import { readSession } from '@/utils/platform/session';
import { aClientId } from '../domain/build';

const subjectOf = (n: number): Subject => ({ type: 'client', clientId: aClientId(n) });
const draftOf = (n: number): Draft =>
  draftSchema.parse({
    subject: subjectOf(n),
    name: '王丽华',
    kind: 'individual',
    details: { note: '写到一半' },
    keeps: null,
    answers: null,
    amends: null,
  });

/** A background that does what it is asked, or refuses. */
let answer: { done: true } | { refused: string };
let asked: string[];
beforeEach(() => {
  fakeBrowser.reset();
  answer = { done: true };
  asked = [];
  fakeBrowser.runtime.onMessage.addListener((message: unknown) => {
    asked.push(pageMessage.parse(message).kind);
    return Promise.resolve(answer);
  });
});

const port = () => unfinishedDrafts(Promise.resolve({ reader: null, trouble: 'unavailable' }));
const remembered = async () =>
  (await readSession('popupDraft', z.object({ clientId: z.string() })))?.clientId ?? null;

describe('the draft the popup kept last', () => {
  it('is remembered once it is kept', async () => {
    await port().saveDraft(draftOf(1));
    expect(asked).toEqual(['saveDraft']);
    expect(await remembered()).toBe(aClientId(1));
  });

  it('is not remembered when it was refused: the one before it still lies there', async () => {
    await port().saveDraft(draftOf(1));
    answer = { refused: 'unavailable' };
    await expect(port().saveDraft(draftOf(2))).rejects.toThrow('unavailable');
    expect(await remembered()).toBe(aClientId(1));
  });

  it('is forgotten when it is thrown away', async () => {
    await port().saveDraft(draftOf(1));
    await port().discardDraft(subjectOf(1));
    expect(await remembered()).toBeNull();
  });

  it('is still remembered when another client’s is thrown away', async () => {
    await port().saveDraft(draftOf(1));
    await port().discardDraft(subjectOf(2));
    expect(await remembered()).toBe(aClientId(1));
  });

  it('is still remembered when it could not be thrown away', async () => {
    await port().saveDraft(draftOf(1));
    answer = { refused: 'unavailable' };
    await expect(port().discardDraft(subjectOf(1))).rejects.toThrow('unavailable');
    expect(await remembered()).toBe(aClientId(1));
  });
});
