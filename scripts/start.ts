/**
 * `npm start`: builds the extension, serves the demo CRM, opens a browser with the extension connected and
 * a client's page open. Without a display it does the same headless, leaves a picture and ends.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { startDemoCrm } from '../tests/demo-crm/server';
import { Zhibi } from '../tests/e2e/pages/zhibi';
import { launchBrowser } from './browser';
import { todayHere } from './today';

const PORT = Number(process.env['PORT'] ?? 5180);
const SHOT = '.shots/start.png';

/** The client every picture shows. */
const CLIENT_PAGE = '/modern/clients/10000001?demo=1';

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

const built = spawnSync('npx', ['wxt', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
if (built.status !== 0) process.exit(built.status ?? 1);

const crm = await startDemoCrm({ port: PORT, today: todayHere() }).catch(() =>
  startDemoCrm({ port: 0, today: todayHere() }),
);
const browser = await launchBrowser({ headless: !hasDisplay });
const zhibi = await Zhibi.of(browser);

await zhibi.connect(crm.url);
await zhibi.addSampleBook();
const page = await zhibi.openPage(`${crm.url}${CLIENT_PAGE}`);
const panel = await zhibi.panelOf(page);
await panel.showsClient('王丽华');

console.log(`\nDemo CRM:  ${crm.url}  (any name and password log in)`);
console.log('The panel beside the page is Zhibi. Press T in it, then Ctrl+Enter, to log a call.');

if (hasDisplay) {
  console.log('Close the browser to end.');
  await new Promise<void>((closed) => browser.once('disconnected', () => closed()));
} else {
  await panel.isPainted();
  mkdirSync('.shots', { recursive: true });
  await page.screenshot({ path: SHOT });
  console.log(`No display here: the page was opened headless and pictured in ${SHOT}`);
  await browser.close();
}
await crm.close();
process.exit(0);
