import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { invitePanel, takeInvitation } from '@/utils/app/invitations';

const PAGE = { tabId: 7, documentId: 'doc', origin: 'https://crm.bank.example', screen: 'panel' } as const;
const NONCE = 'ab'.repeat(16);
const NOW = 1_780_000_000_000;

describe('an invitation for the panel (T4)', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is taken up by the tab it was made for', async () => {
    await invitePanel(PAGE, NOW, NONCE);
    expect(await takeInvitation(NONCE, 7, NOW + 4999)).toMatchObject(PAGE);
  });

  it('is spent by the first who names it', async () => {
    await invitePanel(PAGE, NOW, NONCE);
    await takeInvitation(NONCE, 7, NOW);
    expect(await takeInvitation(NONCE, 7, NOW)).toBeNull();
  });

  it('is spent, not kept, by a tab it was not made for', async () => {
    await invitePanel(PAGE, NOW, NONCE);
    expect(await takeInvitation(NONCE, 8, NOW)).toBeNull();
    expect(await takeInvitation(NONCE, 7, NOW)).toBeNull();
  });

  it('ends after five seconds', async () => {
    await invitePanel(PAGE, NOW, NONCE);
    expect(await takeInvitation(NONCE, 7, NOW + 5001)).toBeNull();
  });

  it('cannot be guessed', async () => {
    await invitePanel(PAGE, NOW, NONCE);
    expect(await takeInvitation('cd'.repeat(16), 7, NOW)).toBeNull();
  });
});
