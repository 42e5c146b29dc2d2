import { instant } from '@/utils/domain/schema/time';
import { readCanary, writeCanary } from '@/utils/platform/canaryStorage';
import { dropFormer, readFormer, readMaster, writeMaster } from '@/utils/platform/vault';
import type { StorePorts } from '@/utils/store/ports';
import { isOrphaned } from './isOrphaned';

/** The store's ports in a browser. */
export const browserPorts = (): StorePorts => ({
  vault: { read: readMaster, write: writeMaster, former: { read: readFormer, drop: dropFormer } },
  canary: { read: readCanary, write: writeCanary },
  locks: navigator.locks,
  now: () => instant.parse(Date.now()),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  alive: () => !isOrphaned(),
});
