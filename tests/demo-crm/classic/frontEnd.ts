import type { DemoBank, DemoClient } from '../data/model';
import type { DemoRequest, DemoResponse, FrontEnd } from '../frontEnd';
import type { Switches } from '../switches';
import { contactFields, contactLogPage } from './pages/contactLog';
import { detailPage, nextClient } from './pages/detail';
import { editFields, editPage } from './pages/edit';
import { indexPage, menuPage, workspacePage } from './pages/frames';
import { listPage } from './pages/list';
import { loginPage } from './pages/login';
import { settingsPage } from './pages/settings';
import { underConstructionPage, welcomePage } from './pages/welcome';

/**
 * The classic front end: a server-rendered Chinese CRM of about 2008. The top page (`index.do`)
 * holds the menu and the workspace in iframes; the workspace opens every client in a tab of its own,
 * an iframe with `detail.do?custNo=…`, and keeps former tabs in the document, hidden. `detail.do`
 * can be opened at the top as well, as popups do.
 */
export const classic: FrontEnd = {
  prefix: 'classic',
  description: '老式柜面系统：服务端渲染、多层 iframe、页签、四列表格',
  folders: ['style', 'script'],
  loginPath: '/login.do',
  logoutPath: '/logout.do',
  handle,
};

function clientOf(request: DemoRequest, bank: DemoBank): DemoClient | undefined {
  const custNo = request.query.get('custNo') ?? request.form.get('custNo');
  return bank.clients.find(({ recordId }) => recordId === custNo);
}

/** What 查看 shows: one field in full, as plain text. */
function unmask(client: DemoClient, field: string | null): DemoResponse | undefined {
  const plain = (body: string) => ({ type: 'text/plain', body });
  if (field === 'phone') return plain(client.phone);
  if (field === 'idNumber' && client.kind === 'individual') return plain(client.idNumber);
  const relative = client.relations[Number(/^relation(\d+)$/.exec(field ?? '')?.[1])];
  return relative?.phone ? plain(relative.phone) : undefined;
}

function saved(request: DemoRequest, client: DemoClient): DemoResponse {
  const location = `/classic/detail.do?custNo=${client.recordId}`;
  const { recordId } = client;
  return request.path === '/edit.do'
    ? { body: '', location, edit: { what: 'client', recordId, fields: editFields(client, request.form) } }
    : {
        body: '',
        location: `/classic/contactLog.do?custNo=${recordId}`,
        edit: { what: 'contact', recordId, fields: contactFields(request.form) },
      };
}

function clientPage(request: DemoRequest, bank: DemoBank, switches: Switches): DemoResponse | undefined {
  const client = clientOf(request, bank);
  if (!client) return undefined;
  const posted = request.method === 'POST';
  switch (request.path) {
    case '/detail.do': {
      const other = nextClient(client, bank);
      return {
        body: detailPage(client, { today: bank.today, switches, other, filled: request.query.has('filled') }),
      };
    }
    case '/contactLog.do':
      return posted ? saved(request, client) : { body: contactLogPage(client, request.query, bank.today) };
    case '/edit.do':
      return posted ? saved(request, client) : { body: editPage(client) };
    case '/unmask.do':
      return unmask(client, request.query.get('field'));
    default:
      return undefined;
  }
}

function handle(request: DemoRequest, bank: DemoBank, switches: Switches): DemoResponse | undefined {
  switch (request.path) {
    case '/login.do':
      return { body: loginPage(bank, request.query.get('returnTo')) };
    case '/':
    case '/index.do':
      return { body: indexPage(bank, request.query) };
    case '/menu.do':
      return { body: menuPage() };
    case '/workspace.do':
      return { body: workspacePage(bank, request.query.get('open'), switches) };
    case '/welcome.do':
      return { body: welcomePage(bank) };
    case '/custList.do':
      return { body: listPage(bank, request.query) };
    case '/settings.do':
      return { body: settingsPage(bank, request.query.has('saved') || request.method === 'POST') };
    case '/building.do':
      return { body: underConstructionPage(request.query.get('title') ?? '') };
    default:
      return clientPage(request, bank, switches);
  }
}
