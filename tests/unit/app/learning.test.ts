import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Command } from '@/utils/app/command';
import { forgetLearned, keepRule, learnedNow, learnFrom, restoreLearned } from '@/utils/app/learning';
import type { ActionAnswer } from '@/utils/domain/schema/actionState';
import { NOTHING_LEARNED, watchLearned } from '@/utils/platform/learning';
import { aClientId } from '../domain/build';
import { newOp } from '../store/support/book';
import { FakeLocks } from '../store/support/locks';

const answer = (given: ActionAnswer, rule = 'birthday'): Command => ({
  do: 'answerAction',
  clientId: aClientId(),
  key: `${rule}|2026-11-20`,
  rule,
  answer: given,
});
const UNWANTED: ActionAnswer = { state: 'dismissed', reason: 'notRelevant' };

describe('what is learned from answers', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.stubGlobal('navigator', { locks: new FakeLocks() });
  });

  it('counts by rule, and one that is sent twice once', async () => {
    const op = newOp();
    await learnFrom({ op, command: answer({ state: 'done' }) });
    await learnFrom({ op, command: answer({ state: 'done' }) });
    await learnFrom({ op: newOp(), command: answer(UNWANTED) });
    await learnFrom({ op: newOp(), command: answer({ state: 'snoozedToNextContact' }, 'overdue') });
    expect(await learnedNow()).toEqual({
      birthday: { taken: 1, refused: 1, later: 0, unwanted: 1 },
      overdue: { taken: 0, refused: 0, later: 1, unwanted: 0 },
    });
  });

  it('loses no answer to another that comes at the same time', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => learnFrom({ op: newOp(), command: answer({ state: 'done' }) })),
    );
    expect((await learnedNow())['birthday']?.taken).toBe(20);
  });

  it('takes back what is undone, once', async () => {
    const op = newOp();
    await learnFrom({ op, command: answer(UNWANTED) });
    for (const undo of [newOp(), newOp()]) await learnFrom({ op: undo, command: { do: 'undo', target: op } });
    expect(await learnedNow()).toEqual({ birthday: { taken: 0, refused: 0, later: 0, unwanted: 0 } });
  });

  it('forgets one rule or all, and has them back', async () => {
    await learnFrom({ op: newOp(), command: answer(UNWANTED) });
    await learnFrom({ op: newOp(), command: answer({ state: 'done' }, 'overdue') });
    const before = await learnedNow();
    await forgetLearned('birthday');
    expect(Object.keys(await learnedNow())).toEqual(['overdue']);
    await forgetLearned(null);
    expect(await learnedNow()).toEqual({});
    await restoreLearned(before);
    expect(await learnedNow()).toEqual(before);
  });

  it('asks no more about a rule that is kept, until it is unwanted again', async () => {
    await learnFrom({ op: newOp(), command: answer(UNWANTED) });
    await keepRule('birthday');
    expect(await learnedNow()).toEqual({ birthday: { taken: 0, refused: 1, later: 0, unwanted: 0 } });
  });

  it('holds no client, and is heard of wherever it is watched', async () => {
    const heard: number[] = [];
    const stop = watchLearned((learned) => heard.push(learned['birthday']?.taken ?? 0));
    await learnFrom({ op: newOp(), command: answer({ state: 'done' }) });
    await vi.waitFor(() => expect(heard).toEqual([1]), 20_000);
    stop();
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(aClientId());
  });

  it('is nothing where what is kept cannot be read', async () => {
    await fakeBrowser.storage.local.set({ learned: { rules: { birthday: { taken: -1 } }, counted: [] } });
    expect(await learnedNow()).toEqual(NOTHING_LEARNED.rules);
  });
});
