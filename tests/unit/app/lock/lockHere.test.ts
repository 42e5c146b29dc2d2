import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lockNow } from '@/utils/app/background/lock';
import { setUpPassphrase } from '@/utils/app/lock/passphrase';
import { lockHere } from '@/utils/app/lockHere';
import { isClosing, lockState, readMaster } from '@/utils/platform/vault';
import { aBook, MASTER, RECOVERY, tools } from './world';

beforeEach(async () => {
  await aBook();
  await setUpPassphrase('春江花月夜 2026', RECOVERY, tools);
});
afterEach(() => vi.restoreAllMocks());

/** The background as the browser reaches it: `hears` says what becomes of each message in turn. */
function background(hears: () => Promise<unknown>) {
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(hears);
}

describe('locking from a page', () => {
  it('is ended by the background, which hears of it when every page is blank', async () => {
    const states: string[] = [];
    const sent = background(async () => {
      states.push(await lockState());
      await lockNow();
      return { done: true };
    });
    await lockHere();
    expect(states).toEqual(['locked']);
    expect(sent).toHaveBeenCalledTimes(1);
    expect([await readMaster(), await isClosing()]).toEqual(['locked', false]);
  });

  it('is heard by the next worker where one was just being stopped', async () => {
    let asked = 0;
    background(async () => {
      asked += 1;
      if (asked === 1) throw new Error('Could not establish connection. Receiving end does not exist.');
      await lockNow();
      return { done: true };
    });
    await lockHere();
    expect([asked, await readMaster(), await isClosing()]).toEqual([2, 'locked', false]);
  });

  it('takes the keys away by itself where nobody hears it', async () => {
    background(() => Promise.reject(new Error('The message port closed before a response was received.')));
    await lockHere();
    expect([await readMaster(), await isClosing()]).toEqual(['locked', false]);
  });

  it('does nothing where there is no passphrase', async () => {
    await aBook();
    const sent = background(() => Promise.reject(new Error('nobody')));
    await lockHere();
    expect(sent).not.toHaveBeenCalled();
    expect(await readMaster()).toEqual(MASTER);
  });
});
