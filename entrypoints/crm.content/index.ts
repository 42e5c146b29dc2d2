import { defineContentScript } from 'wxt/utils/define-content-script';
import { start } from './start';

/** Registered at run time for the origins of connected CRMs; runs in the tab's own document only. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (ctx) => start(document, ctx.signal),
});
