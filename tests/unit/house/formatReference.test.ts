import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatReference } from '../../../scripts/formatReference';

it('the reference of the adapter format says what the schema does (npm run adapter:reference)', () => {
  expect(readFileSync('docs/adapter-format.md', 'utf8')).toBe(formatReference());
});
