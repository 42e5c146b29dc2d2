import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closed, expectAccessible, settled } from '../setup';
import { fakePort, ORIGIN } from './fakePort';
import { open } from './hands';

const button = (name: string) => screen.getByRole('button', { name });

afterEach(() => expectAccessible().finally(closed));

describe('a page that no adapter knows', () => {
  it('is offered to be taught where the whole CRM is strange, and the popup goes once that has begun', async () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => {});
    const fake = fakePort({ tab: { state: 'notClientPage', origin: ORIGIN } });
    fake.strangeness.value = 'crm';
    await open(fake);
    fireEvent.click(button('教知彼认识这个系统'));
    await settled();
    expect(fake.calls).toEqual(['teach']);
    expect(close).toHaveBeenCalledOnce();
  });

  it('says so where no script can be started', async () => {
    const fake = fakePort({ tab: { state: 'silent', origin: ORIGIN }, teaches: false });
    fake.strangeness.value = 'crm';
    await open(fake);
    fireEvent.click(button('教知彼认识这个系统'));
    await settled();
    expect(screen.getByText(/这一页不让脚本运行/)).toBeDefined();
  });

  it('is a page like any other where the CRM is known, and can be taught all the same', async () => {
    const fake = fakePort({ tab: { state: 'notClientPage', origin: ORIGIN } });
    fake.strangeness.value = 'page';
    await open(fake);
    expect(screen.getByText('已连接，当前页不是客户页')).toBeDefined();
    fireEvent.click(button('教知彼认识这一页'));
    await settled();
    expect(fake.calls).toEqual(['teach']);
  });

  it.each([
    ['banks', /由本行统一设置/],
    ['ownOff', /本行已停用自己的适配器/],
  ] as const)('is not offered where the bank does not let it be (%s), and says so', async (strange, said) => {
    const fake = fakePort({ tab: { state: 'notClientPage', origin: ORIGIN } });
    fake.strangeness.value = strange;
    await open(fake);
    expect(screen.getByText(said)).toBeDefined();
    expect(screen.queryByRole('button', { name: /教知彼/ })).toBeNull();
  });

  it('is to be loaded again where it is silent, whosever its adapter is', async () => {
    const fake = fakePort({ tab: { state: 'silent', origin: ORIGIN } });
    fake.strangeness.value = 'banks';
    await open(fake);
    expect(screen.queryByText(/由本行统一设置/)).toBeNull();
    expect(screen.getAllByRole('button').map((each) => each.textContent)).toContain('刷新此页');
  });

  it('is not offered where an adapter knows it', async () => {
    await open(fakePort({ tab: { state: 'notClientPage', origin: ORIGIN } }));
    expect(screen.queryByRole('button', { name: /教知彼/ })).toBeNull();
  });
});
