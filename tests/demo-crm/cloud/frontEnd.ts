import type { FrontEnd } from '../frontEnd';
import type { Switches } from '../switches';

/**
 * `/cloud`: an English app whose addresses live behind the hash, built of web components with open
 * shadow roots, several deep, as Salesforce Lightning is. One page for everything; app/main.ts does
 * the rest through the JSON API, the login too: the server never sees the hash.
 */

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function page({ staleNodes, staleVisibleMs, twoClients, raceBug }: Switches): string {
  const config = escaped(JSON.stringify({ staleNodes, staleVisibleMs, twoClients, raceBug }));
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; object-src 'none'; base-uri 'none'">
<meta name="app-config" content="${config}">
<title>Client Cloud</title>
<link rel="icon" href="/cloud/assets/emblem.svg">
<link rel="stylesheet" href="/cloud/style/page.css">
<script type="module" src="/cloud/app/main.js"></script>
</head>
<body>
</body>
</html>
`;
}

export const cloud: FrontEnd = {
  prefix: 'cloud',
  description: 'Client Cloud: web components with shadow DOM, addresses behind the hash, in English',
  folders: ['app', 'style', 'assets'],
  loginPath: '/',
  logoutPath: '/logout',
  handle({ method, path }, _bank, switches) {
    return method === 'GET' && path === '/' ? { body: page(switches) } : undefined;
  },
};
