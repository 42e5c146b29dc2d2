import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { createDesk } from '@/components/panel/desk';
import { Trouble } from '@/components/panel/health/Trouble';
import { NoClient } from '@/components/panel/states/Plain';
import type { MendDeed, MendReply, PageTrouble } from '@/utils/app/panelPort';
import { civilDay } from '@/utils/domain/schema/time';
import { TODAY } from '../../../gallery/fixtures/people';
import { FULL } from '../../../gallery/fixtures/pictures';
import { playPort } from '../../../gallery/fixtures/port';
import { FOUND, LOST, MENDED, NOWHERE } from '../../../gallery/fixtures/trouble';
import { VIEWS } from '../../../gallery/fixtures/views';
import { expectAccessible, speak } from '../setup';

/** The part over a port that answers `replies` in their turn, and remembers what it was asked. */
function show(trouble: PageTrouble, ...replies: MendReply[]) {
  const deeds: MendDeed[] = [];
  const port = playPort(VIEWS.client());
  port.mend = async (deed) => {
    deeds.push(deed);
    return replies[deeds.length - 1] ?? { state: 'done' };
  };
  const desk = createDesk(port);
  const { client, lastSeen } = FULL.bundle;
  render(<Trouble trouble={trouble} known={{ client, lastSeen }} today={TODAY} desk={desk} />);
  return { deeds, port };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const status = () =>
  screen
    .getAllByRole('status')
    .map((each) => each.textContent)
    .join();

it('says since when, which fields, and what was seen in them last, and no number in full', async () => {
  show(LOST);
  expect(screen.getByText(/11月12日起，3项在这一页上读不到了/)).toBeTruthy();
  const [mobile, aum] = screen.getAllByRole('listitem').map((each) => each.textContent);
  expect(mobile).toMatch(/手机.*138\*\*\*\*6621（.+）/);
  expect(aum).toContain('写法变了');
  await expectAccessible();
});

it('says so in English, too, and of one field in the singular', async () => {
  speak('en');
  show({ lost: LOST.lost.slice(0, 1), mended: [] });
  expect(screen.getByText(/Since Nov 12, 1 field is no longer found/)).toBeTruthy();
  await expectAccessible();
});

it('shows where the fields seem to be, and takes them there only after another press', async () => {
  const { deeds } = show(LOST, FOUND);
  press('重新定位');
  await waitFor(() => expect(screen.getByText('“联系手机”')).toBeTruthy());
  expect(screen.getByText('这一页上没有找到：职业')).toBeTruthy();
  expect(deeds).toEqual(['look']);
  await expectAccessible();
  press('就读这里');
  await waitFor(() => expect(deeds).toEqual(['look', 'keep']));
});

it('goes back without having done anything', async () => {
  const { deeds } = show(LOST, FOUND);
  press('重新定位');
  await waitFor(() => screen.getByText('“联系手机”'));
  press('取消');
  expect(screen.queryByText('“联系手机”')).toBeNull();
  expect(deeds).toEqual(['look']);
});

it('offers to teach the page again where none of them is found', async () => {
  const { port } = show(LOST, NOWHERE);
  let taught = 0;
  port.teach = async () => {
    taught += 1;
    return taught > 1;
  };
  press('重新定位');
  await waitFor(() => screen.getByText(/^这一页上没有找到：/));
  press('重新教一遍这一页');
  await waitFor(() => expect(taught).toBe(1));
});

it('says when it did not work, and lets it be tried again', async () => {
  const { deeds } = show(LOST, { state: 'failed' });
  press('重新定位');
  await waitFor(() => expect(status()).toContain('没有做成'));
  press('重新定位');
  await waitFor(() => expect(deeds).toEqual(['look', 'look']));
});

it.each([
  ['bankHas', '由本行统一设置'],
  ['ownOff', '本行已停用自己的适配器'],
] as const)('says that the bank does not let it be mended (%s)', async (state, said) => {
  show(LOST, { state });
  press('重新定位');
  await waitFor(() => expect(status()).toContain(said));
});

it('is told no more when asked', async () => {
  const { deeds } = show(LOST);
  press('不再提示');
  expect(deeds).toEqual(['hush']);
});

it('says what is read elsewhere since, and takes it back', async () => {
  const { deeds } = show({ ...MENDED, lost: [] });
  expect(screen.getByRole('heading').textContent).toBe('重新定位');
  expect(status()).toContain('手机、本行资产');
  expect(screen.queryByRole('list')).toBeNull();
  await expectAccessible();
  press('撤销');
  press('知道了');
  expect(deeds).toEqual(['undo', 'dismiss']);
});

it('where nobody is shown, says that the page is not understood any more, and since when', async () => {
  const port = playPort(VIEWS.notRecognised());
  port.unreadSince = async () => civilDay.parse('2026-11-12');
  render(<NoClient why="notRecognised" desk={createDesk(port)} />);
  await waitFor(() => screen.getByText(/^11月12日起，知彼读不懂这一页了/));
  expect(screen.getByRole('button', { name: '重新教一遍这一页' })).toBeTruthy();
  await expectAccessible();
});
