import type { FrontEnd } from '../frontEnd';
import type { Switches } from '../switches';

/**
 * `/modern`: a single-page app with addresses made by pushState, as a Chinese bank's newer CRM is
 * built: the kind of DOM that Element Plus makes, values that come after the page. The server gives
 * every address the same empty page; app/main.ts does the rest through the JSON API.
 */

const PAGES = [
  /^\/$/,
  /^\/(login|dashboard|clients|settings)$/,
  /^\/clients\/\d{8}(\/(split|edit))?$/,
  /^\/unavailable\/[a-z]+$/,
];

const STYLES = ['base', 'frame', 'kit', 'data', 'forms', 'client', 'pages'];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function page({ staleNodes, staleVisibleMs, twoClients, redesign, raceBug }: Switches): string {
  const config = escaped(JSON.stringify({ staleNodes, staleVisibleMs, twoClients, redesign, raceBug }));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; object-src 'none'; base-uri 'none'">
<meta name="app-config" content="${config}">
<title>客户经营平台</title>
<link rel="icon" href="/modern/assets/emblem.svg">
${STYLES.map((name) => `<link rel="stylesheet" href="/modern/style/${name}.css">`).join('\n')}
<script type="module" src="/modern/app/main.js"></script>
</head>
<body>
<div id="app"></div>
</body>
</html>
`;
}

export const modern: FrontEnd = {
  prefix: 'modern',
  description: '新一代客户经营平台：单页应用，字段延迟加载，双栏与抽屉',
  folders: ['app', 'style', 'assets'],
  loginPath: '/login',
  logoutPath: '/logout',
  handle({ method, path }, _bank, switches) {
    return method === 'GET' && PAGES.some((pattern) => pattern.test(path))
      ? { body: page(switches) }
      : undefined;
  },
};
