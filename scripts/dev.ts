/**
 * `npm run dev`: the demo CRM and WXT's reloading build side by side. Load `.output/chrome-mv3-dev` once as
 * an unpacked extension; it reloads itself as sources change.
 */
import { spawn } from 'node:child_process';
import { startDemoCrm } from '../tests/demo-crm/server';
import { todayHere } from './today';

const PORT = Number(process.env['PORT'] ?? 5180);

const crm = await startDemoCrm({ port: PORT, today: todayHere() });
console.log(`Demo CRM: ${crm.url}`);
console.log(
  'Extension: load .output/chrome-mv3-dev as an unpacked extension, then connect the CRM in its popup.',
);

const wxt = spawn('npx', ['wxt'], { stdio: 'inherit', shell: process.platform === 'win32' });
wxt.on('exit', async (code) => {
  await crm.close();
  process.exit(code ?? 0);
});
