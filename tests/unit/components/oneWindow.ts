import { builtinEnvironments, type Environment } from 'vitest/runtime';

const { jsdom } = builtinEnvironments;

/** Whether this worker's window is open already. */
let isOpen = false;

/**
 * A window of jsdom that is opened once in a worker and stays for all its files. The modules they share hold on to
 * its document; to read them and to open a window anew took most of the time of a small file. What is kept in it,
 * and what its page shows, is gone after each file.
 */
const oneWindow: Environment = {
  ...jsdom,
  name: 'oneWindow',
  async setup(global, options) {
    if (!isOpen) await jsdom.setup(global, options);
    isOpen = true;
    return {
      teardown() {
        localStorage.clear();
        sessionStorage.clear();
        history.replaceState(null, '', '/');
        document.head.replaceChildren();
        document.body.replaceChildren();
      },
    };
  },
};

export default oneWindow;
