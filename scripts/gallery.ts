import { createServer } from 'vite';

/*
 * The gallery: every state of the panel with invented clients, without a CRM, a store or an extension.
 *   npx tsx scripts/gallery.ts            opens a server with switches for state, width, theme, language
 *   npx tsx scripts/gallery.ts --shots    takes a picture of each into .shots/panel
 */
const server = await createServer({ configFile: 'tests/gallery/vite.config.ts' });
await server.listen();
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error('The gallery did not get an address.');

if (process.argv.includes('--shots')) {
  const { takeShots } = await import('../tests/gallery/shots');
  await takeShots(address, process.argv.slice(3));
  await server.close();
} else {
  server.printUrls();
}
