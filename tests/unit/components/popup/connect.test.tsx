import { act, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closed, expectAccessible } from '../setup';
import { fakePort, pageOf, WANG } from './fakePort';
import { open } from './hands';

const SITE = 'http://crm:8080';

async function openUnconnected() {
  const fake = fakePort({ tab: { state: 'notConnected', origin: SITE } });
  await open(fake);
  return fake;
}

const button = (name: string) => screen.getByRole('button', { name });

afterEach(() => expectAccessible().finally(closed));

describe('connecting the CRM in front', () => {
  it('asks for the permission inside the click, before anything else happens', async () => {
    const fake = await openUnconnected();
    // No await between the click and the look: what comes after one has lost the gesture.
    fireEvent.click(button('连接此CRM'));
    expect(fake.calls).toEqual([`connect ${SITE}`]);
    await act(async () => {});
    expect(button('请在浏览器的提示里确认…')).toHaveProperty('disabled', true);
  });

  it('names the site, with its port, and says what http means', async () => {
    await openUnconnected();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('crm:8080 还没有连接');
    expect(screen.getByText(/没有加密/)).toBeDefined();
  });

  it('leaves the focus alone: the button is the first thing to do', async () => {
    await openUnconnected();
    expect(document.activeElement).toBe(document.body);
  });

  it('says what happens next, and reloads the page on demand', async () => {
    const fake = await openUnconnected();
    fireEvent.click(button('连接此CRM'));
    await act(async () => fake.connects[0]?.('connected'));
    expect(screen.getByText(/已连接 crm:8080。接下来打开一个客户页/)).toBeDefined();
    fireEvent.click(button('刷新此页'));
    expect(fake.calls).toEqual([`connect ${SITE}`, 'reload']);
  });

  it('shows the client as soon as the page names one', async () => {
    const fake = await openUnconnected();
    fireEvent.click(button('连接此CRM'));
    await act(async () => fake.connects[0]?.('connected'));
    await act(async () => {
      fake.tab.value = pageOf(WANG);
    });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('王丽华');
  });

  it.each([
    ['refused', /什么都没有改变/],
    ['failed', /没有连上/],
  ] as const)('says when it was %s, and can be tried again', async (outcome, words) => {
    const fake = await openUnconnected();
    fireEvent.click(button('连接此CRM'));
    await act(async () => fake.connects[0]?.(outcome));
    expect(screen.getByText(words)).toBeDefined();
    fireEvent.click(button('连接此CRM'));
    expect(fake.connects).toHaveLength(2);
  });
});
