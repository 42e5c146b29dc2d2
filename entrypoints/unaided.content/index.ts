import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerUnaided } from '@/utils/adapters/unaidedHook';
import { beginUnaided } from './begin';

/** Put beside the script that follows clients, in pages of a CRM whose adapter leaves something to the generic reader. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: () => offerUnaided(beginUnaided),
});
