import { forgetSource } from './backup';
import { afterChange } from './badge';
import { planBestAnew } from './bestOfDay';
import { forgetBook, theBook } from './book';
import { startAnew } from './content';
import { syncNow } from './sync';

/** Every page of ours and of the CRMs begins anew with the book that is there now. */
export async function bookReplaced(): Promise<void> {
  await forgetBook();
  await forgetSource(Date.now());
  void startAnew();
  void theBook().then(async (opened) => {
    if (opened.ok) await opened.value.tend();
    await afterChange();
    await planBestAnew();
    await syncNow();
  });
}
