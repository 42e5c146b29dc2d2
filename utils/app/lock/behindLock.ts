import { isClosing, lockState, watchLock } from '@/utils/platform/vault';

/** Takes a screen away again. */
export type Unmount = () => void;

/** The two faces of a page. */
interface Faces {
  /** Shows what it is for. */
  open(): Promise<Unmount>;
  /** Asks for the passphrase. */
  ask(): Promise<Unmount>;
}

/**
 * Shows a page while the book is open, and asks for the passphrase while it is locked. At a lock the page is
 * blank at once, and loaded anew when the keys are gone: of what it has unsealed nothing stays in its memory.
 */
export async function behindLock({ open, ask }: Faces): Promise<void> {
  let face: 'open' | 'ask' | 'left' = (await lockState()) === 'locked' ? 'ask' : 'open';
  let unmount: Unmount = () => undefined;
  const show = async (draw: () => Promise<Unmount>): Promise<void> => {
    unmount();
    const shown = face;
    const drawn = await draw();
    // Drawn too late: meanwhile the book was locked.
    if (face === shown) unmount = drawn;
    else drawn();
  };
  watchLock((state) => {
    if (face === 'ask' && state !== 'locked') {
      face = 'open';
      void show(open);
    } else if (face !== 'ask' && state === 'locked') {
      face = 'left';
      unmount();
      unmount = () => undefined;
      void isClosing().then((closing) => {
        if (!closing) location.reload();
      });
    }
  });
  await show(face === 'ask' ? ask : open);
}
