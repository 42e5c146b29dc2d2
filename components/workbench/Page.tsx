import type { WorkbenchPage } from '@/utils/app/workbenchPages';
import { Later } from '../ui/Later';
import type { Desk } from './desk';

const loadEvening = () => import('./evening/EveningPage');
const loadFestival = () => import('./festival/FestivalPage');
const loadEvents = () => import('./events/EventsPage');
const loadLibrary = () => import('./library/LibraryPage');
const loadBook = () => import('./book/BookPage');
const loadVisits = () => import('./visits/VisitsPage');
const loadCalendar = () => import('./calendar/CalendarPage');
const loadWeek = () => import('./week/WeekPage');
const loadImport = () => import('./import/ImportPage');
const loadTrail = () => import('./trail/TrailPage');
const loadOut = () => import('./out/OutPage');
const loadHandover = () => import('./handover/HandoverPage');
const loadBalance = () => import('./balance/BalancePage');

/** The page that is open; the code of each comes when it is first opened. */
export function Page({ page, desk }: { page: WorkbenchPage; desk: Desk }) {
  switch (page) {
    case 'book':
      return <Later load={loadBook}>{({ BookPage }) => <BookPage desk={desk} />}</Later>;
    case 'evening':
      return <Later load={loadEvening}>{({ EveningPage }) => <EveningPage desk={desk} />}</Later>;
    case 'festival':
      return <Later load={loadFestival}>{({ FestivalPage }) => <FestivalPage desk={desk} />}</Later>;
    case 'events':
      return <Later load={loadEvents}>{({ EventsPage }) => <EventsPage desk={desk} />}</Later>;
    case 'visits':
      return <Later load={loadVisits}>{({ VisitsPage }) => <VisitsPage desk={desk} />}</Later>;
    case 'library':
      return <Later load={loadLibrary}>{({ LibraryPage }) => <LibraryPage desk={desk} />}</Later>;
    case 'calendar':
      return <Later load={loadCalendar}>{({ CalendarPage }) => <CalendarPage desk={desk} />}</Later>;
    case 'trail':
      return <Later load={loadTrail}>{({ TrailPage }) => <TrailPage desk={desk} />}</Later>;
    case 'out':
      return <Later load={loadOut}>{({ OutPage }) => <OutPage desk={desk} />}</Later>;
    case 'handover':
      return <Later load={loadHandover}>{({ HandoverPage }) => <HandoverPage desk={desk} />}</Later>;
    case 'week':
      return <Later load={loadWeek}>{({ WeekPage }) => <WeekPage desk={desk} />}</Later>;
    case 'import':
      return <Later load={loadImport}>{({ ImportPage }) => <ImportPage desk={desk} />}</Later>;
    case 'balance':
      return <Later load={loadBalance}>{({ BalancePage }) => <BalancePage desk={desk} />}</Later>;
  }
}
