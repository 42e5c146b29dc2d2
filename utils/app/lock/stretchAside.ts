import type { Bytes } from '@/utils/store/crypto/bytes';
import type { Stretch } from './argon';

/**
 * Stretches a passphrase in a worker of its own, which ends with it: nothing of the passphrase or of the
 * memory it was stretched in stays behind. Rejects where no worker runs.
 */
export const stretchAside: Stretch = (passphrase, how) => {
  const worker = new Worker(new URL('./stretch.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Bytes>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data instanceof Uint8Array) resolve(new Uint8Array(data));
      else reject(new Error('no key came'));
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ passphrase, how });
  }).finally(() => worker.terminate());
};
