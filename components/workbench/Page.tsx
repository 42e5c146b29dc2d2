import type { WorkbenchPage } from '@/utils/app/workbenchPort';
import { Later } from '../ui/Later';
import type { Desk } from './desk';

const loadLibrary = () => import('./library/LibraryPage');
const loadBook = () => import('./book/BookPage');

/** The page that is open; the code of each comes when it is first opened. */
export function Page({ page, desk }: { page: WorkbenchPage; desk: Desk }) {
  switch (page) {
    case 'book':
      return <Later load={loadBook}>{({ BookPage }) => <BookPage desk={desk} />}</Later>;
    case 'library':
      return <Later load={loadLibrary}>{({ LibraryPage }) => <LibraryPage desk={desk} />}</Later>;
  }
}
