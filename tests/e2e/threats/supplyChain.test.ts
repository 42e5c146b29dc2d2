import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('T14: two builds of the same sources have one hash', () => {
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'scripts/sameBuild.ts'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const hashes = stdout.match(/\b[0-9a-f]{64}\b/g) ?? [];
  expect(hashes, stderr).toHaveLength(2);
  expect(hashes[0]).toBe(hashes[1]);
  expect(status).toBe(0);
}, 180_000);
