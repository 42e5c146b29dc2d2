import { act, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closed, expectAccessible } from '../setup';
import { fakePort, LI, pageOf, subjectOf, WANG } from './fakePort';
import { answered, open, press } from './hands';

afterEach(() => expectAccessible().finally(closed));

describe('the popup while a client looks on', () => {
  it('names the client of the page and nobody else, and logs in two keys', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    expect(document.body.textContent).toContain(LI.name);
    await press('h');
    expect(document.body.textContent).toContain(WANG.name);
    expect(document.body.textContent).not.toContain(LI.name);
    expect(document.body.textContent).not.toMatch(/超期|答应|A级/);
    await press('m');
    await press('Enter');
    await answered(fake);
    expect(fake.commands).toMatchObject([
      { do: 'logContact', subject: subjectOf(WANG), details: { channel: 'meeting' }, besideDraft: true },
    ]);
    await press('h');
    expect(document.body.textContent).toContain(LI.name);
  });

  it('shows nobody where the page is another client’s, and where it is nobody’s', async () => {
    const fake = fakePort({ tab: pageOf(LI) });
    await open(fake);
    act(() => fake.port.setClientPresent({ clientId: WANG.clientId, record: null }));
    expect(document.body.textContent).not.toContain(LI.name);
    expect(screen.queryByRole('group')).toBeNull();
  });
});
