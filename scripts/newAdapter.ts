/**
 * `npm run new:adapter acme-crm [-- --host crm.acme.example]`: writes `acme-crm.json`, an adapter to begin
 * with, which is sound as it stands. Fill it in, try it with `npm run adapter:try`, import it in the
 * settings.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileAdapter } from '../utils/adapters/compile';
import type { Adapter } from '../utils/adapters/schema';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { host: { type: 'string' } } });
const [id] = positionals;
if (id === undefined) {
  console.error('usage: npm run new:adapter ID [-- --host HOST]');
  process.exit(1);
}

const begun: Adapter = {
  format: 1,
  id,
  crmId: id,
  title: id,
  version: '1',
  author: 'me',
  ...(values.host === undefined ? {} : { hosts: [values.host] }),
  pages: [
    {
      id: 'client',
      url: { pathname: '/customer/:id' },
      entity: 'customer',
      kind: 'individual',
      root: ['main'],
      identity: { id: { url: 'id' }, shape: 'digits', confirm: [{ label: '客户编号' }] },
      name: { find: { selector: 'h1' } },
      fields: [{ key: 'mobile', find: { label: '手机号码' }, as: { type: 'phone' } }],
    },
  ],
};

const checked = compileAdapter(begun);
if (!checked.ok) {
  for (const { path, problem } of checked.error) console.error(`${path}: ${problem}`);
  process.exit(1);
}
const file = `${id}.json`;
if (existsSync(file)) {
  console.error(`${file} is there already`);
  process.exit(1);
}
writeFileSync(file, `${JSON.stringify(begun, null, 2)}\n`);
console.log(`${file} is written. Next: npm run adapter:try ${file} page.html -- --url ADDRESS`);
