/** `npx tsx tests/demo-crm/serve.ts [--port 8080] [--today YYYY-MM-DD]`: runs the demo CRM until Ctrl+C. */
import { parseArgs } from 'node:util';
import { startDemoCrm } from './server';

function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    today: { type: 'string', default: localDay(new Date()) },
  },
});
const crm = await startDemoCrm({ port: Number(values.port), today: values.today });
console.log(`Demo CRM: ${crm.url}/`);
