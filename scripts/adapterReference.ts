/** `npm run adapter:reference`: writes docs/adapter-format.md from the schema of adapters. */
import { writeFileSync } from 'node:fs';
import { formatReference } from './formatReference';

writeFileSync('docs/adapter-format.md', formatReference());
