import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where the measured pages are served, and how to stop. */
export interface CrmPages {
  address: string;
  close(): void;
}

/** The name the page of this record shows. */
export const nameOf = (record: number): string => `客户 ${record}`;

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>CRM</title></head>
<body><header>对公客户管理</header><main></main>
<script>
// What a single-page CRM does on the way to the next client: the address first, its content at once.
function draw(record) {
  const rows = Array.from({ length: 20 }, (_, at) => '<dt>字段' + at + '</dt><dd>值 ' + (record + at) + '</dd>');
  document.querySelector('main').innerHTML =
    '<section data-client-id="' + record + '"><h1>客户 ' + record + '</h1><dl>' + rows.join('') + '</dl></section>';
}
function goTo(record) {
  history.pushState({}, '', '/crm/client/' + record);
  draw(record);
}
draw(Number(location.pathname.split('/').at(-1)));
</script></body></html>`;

/** Serves a small client page at /crm/client/:number on a free port of this machine. */
export async function serveCrmPages(): Promise<CrmPages> {
  const server = createServer((request, response) => {
    const known = request.url?.startsWith('/crm/client/') ?? false;
    response.writeHead(known ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(known ? PAGE : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = addressOf(server.address());
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
}
