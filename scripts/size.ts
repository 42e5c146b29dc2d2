/** Fails the gate when the built extension passes one of its size budgets. */
import { budgetsOf } from './bundleSizes';

const KIB = 1024;

let passed = true;
for (const { what, size, most } of budgetsOf('.output/chrome-mv3')) {
  const fits = size > 0 && size <= most;
  passed &&= fits;
  console.log(`${fits ? 'ok  ' : 'OVER'} ${what}: ${(size / KIB).toFixed(1)} of ${most / KIB} KiB`);
}
if (!passed) process.exit(1);
