import { mountWorkbench } from '@/components/workbench/mount';
import { openWorkbenchPort } from '@/utils/app/liveWorkbench';
import { behindLock } from '@/utils/app/lock/behindLock';
import { reloadWhenReplaced } from '@/utils/platform/replaced';

reloadWhenReplaced();

void behindLock({
  open: async () => mountWorkbench(await openWorkbenchPort()),
  async ask() {
    const [{ mountUnlock }, { openUnlock }] = await Promise.all([
      import('@/components/lock/UnlockPage'),
      import('@/utils/app/liveLock'),
    ]);
    return mountUnlock({ ...(await openUnlock()), elsewhere: null });
  },
});
