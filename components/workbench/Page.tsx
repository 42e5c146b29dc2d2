import type { WorkbenchPage } from '@/utils/app/workbenchPort';
import { Later } from '../ui/Later';
import type { Desk } from './desk';

const loadEvening = () => import('./evening/EveningPage');
const loadLibrary = () => import('./library/LibraryPage');
const loadBook = () => import('./book/BookPage');
const loadVisits = () => import('./visits/VisitsPage');

/** The page that is open; the code of each comes when it is first opened. */
export function Page({ page, desk }: { page: WorkbenchPage; desk: Desk }) {
  switch (page) {
    case 'book':
      return <Later load={loadBook}>{({ BookPage }) => <BookPage desk={desk} />}</Later>;
    case 'evening':
      return <Later load={loadEvening}>{({ EveningPage }) => <EveningPage desk={desk} />}</Later>;
    case 'visits':
      return <Later load={loadVisits}>{({ VisitsPage }) => <VisitsPage desk={desk} />}</Later>;
    case 'library':
      return <Later load={loadLibrary}>{({ LibraryPage }) => <LibraryPage desk={desk} />}</Later>;
  }
}
