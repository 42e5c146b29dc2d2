import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dropWish, noteWish, openWish } from '@/utils/app/connectWish';

const WISH = { origin: 'http://crm:8080', tabId: 7 };
const NOW = 1_780_000_000_000;
const MINUTE = 60_000;

describe('the wish to connect a CRM', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is there for whoever hears of the grant', async () => {
    expect(await openWish(NOW)).toBeNull();
    await noteWish(WISH, NOW);
    expect(await openWish(NOW + 10 * MINUTE)).toMatchObject(WISH);
  });

  it('is forgotten once it is done or refused', async () => {
    await noteWish(WISH, NOW);
    await dropWish();
    expect(await openWish(NOW)).toBeNull();
  });

  it('is no wish any more after ten minutes: a grant that comes then is for something else', async () => {
    await noteWish(WISH, NOW);
    expect(await openWish(NOW + 10 * MINUTE + 1)).toBeNull();
  });
});
