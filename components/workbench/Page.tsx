import type { WorkbenchPage } from '@/utils/app/workbenchPort';
import { Later } from '../ui/Later';
import type { Desk } from './desk';

const loadBook = () => import('./book/BookPage');
const loadCalendar = () => import('./calendar/CalendarPage');
const loadWeek = () => import('./week/WeekPage');
const loadBalance = () => import('./balance/BalancePage');

/** The page that is open; the code of each comes when it is first opened. */
export function Page({ page, desk }: { page: WorkbenchPage; desk: Desk }) {
  switch (page) {
    case 'book':
      return <Later load={loadBook}>{({ BookPage }) => <BookPage desk={desk} />}</Later>;
    case 'calendar':
      return <Later load={loadCalendar}>{({ CalendarPage }) => <CalendarPage desk={desk} />}</Later>;
    case 'week':
      return <Later load={loadWeek}>{({ WeekPage }) => <WeekPage desk={desk} />}</Later>;
    case 'balance':
      return <Later load={loadBalance}>{({ BalancePage }) => <BalancePage desk={desk} />}</Later>;
  }
}
