import { defineContentScript } from 'wxt/utils/define-content-script';
import { start } from './start';

/** Put into the tab's own document on demand, to teach Zhibi a CRM; gone when the wizard is. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (ctx) => start(document, ctx.signal),
});
