import { browser } from 'wxt/browser';
import { loadEraseAgain } from '@/utils/platform/eraseAgain';
import { lockState } from '@/utils/platform/vault';
import { shareNext } from '../shareNext';
import { afterChange } from './badge';
import { theBook } from './book';
import { presentMoment } from './day';

/** As long as nobody has touched the computer for so long it is idle. */
const IDLE_SECONDS = 60;
/** So many clients are gone through between two looks at whether somebody has come back. */
const AT_ONCE = 20;

/** Never while the book is locked, and not while anybody works. */
async function mayGoOn(): Promise<boolean> {
  if ((await lockState()) === 'locked') return false;
  // A call to the browser also keeps a worker alive that works on its database alone.
  return (await browser.idle.queryState(IDLE_SECONDS)) !== 'active';
}

/** Whoever was erased and came back with a restore that was cut short goes once more, as soon as the book opens. */
export async function eraseWhoCameBack(): Promise<void> {
  if ((await loadEraseAgain()).length === 0 || (await lockState()) === 'locked') return;
  const opened = await theBook();
  if (!opened.ok) return;
  const { eraseAgain } = await import('../backup/eraseAgain');
  if ((await eraseAgain(opened.value)).gone > 0) await afterChange();
}

/** Erases what is kept longer than the bank lets it be, in an idle moment (decision 042). */
export const eraseWhatIsDue = shareNext(async () => {
  if (!(await mayGoOn())) return;
  const opened = await theBook();
  if (!opened.ok) return;
  const { eraseDue } = await import('../out/retention');
  let turn = 0;
  const rows = await eraseDue(opened.value, await presentMoment(), async () =>
    turn++ % AT_ONCE === 0 ? mayGoOn() : true,
  );
  if (rows) await afterChange();
});
