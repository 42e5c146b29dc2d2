import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demoModern } from '@/utils/adapters/sites/demoModern';

const PAGES = 'tests/fixtures/adapters/demo-modern';
const folder = mkdtempSync(path.join(tmpdir(), 'zhibi-try-'));
const file = path.join(folder, 'adapter.json');
writeFileSync(file, JSON.stringify(demoModern));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the author's tool; answers what it printed and how it ended. */
const tryOn = (adapter: string, scene: string): Promise<{ code: number; said: string }> => {
  const { url }: { url: string } = JSON.parse(readFileSync(`${PAGES}/${scene}.page.json`, 'utf8'));
  const args = ['scripts/adapterTry.ts', adapter, `${PAGES}/${scene}.html`, '--url', url];
  return new Promise((resolve) =>
    execFile('node_modules/.bin/tsx', args, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    ),
  );
};

describe('an adapter tried on a saved page', () => {
  it('says who is seen, with what', async () => {
    const { code, said } = await tryOn(file, 'page-company');
    expect(said).toContain('"recordId": "60000001"');
    expect(code).toBe(0);
  });

  it('says why nobody is', async () => {
    expect(await tryOn(file, 'two-clients')).toMatchObject({
      code: 1,
      said: expect.stringContaining('nobody'),
    });
    expect(await tryOn(file, 'list')).toMatchObject({ code: 1 });
  });

  it('says what is wrong with the adapter, key by key', async () => {
    const broken = path.join(folder, 'broken.json');
    writeFileSync(broken, JSON.stringify({ ...demoModern, colour: 'red' }));
    const { code, said } = await tryOn(broken, 'list');
    expect(said).toContain('unknown key colour');
    expect(code).toBe(1);
  });
});
