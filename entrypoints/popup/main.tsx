/*
 * The page has painted its bones before this runs; everything heavier comes after, the screen and the
 * port side by side. While the book is locked neither is loaded.
 */
async function start(): Promise<void> {
  const { behindLock } = await import('@/utils/app/lock/behindLock');
  await behindLock({
    async open() {
      const [{ mountPopup }, { openPopupPort }] = await Promise.all([
        import('@/components/popup/mount'),
        import('@/utils/app/livePopup'),
      ]);
      const unmount = mountPopup(await openPopupPort());
      // What was pressed in a covered panel waits here, after all that this page is there for.
      void Promise.all([import('@/components/confirm/mount'), import('@/utils/app/liveConfirm')]).then(
        async ([{ mountConfirm }, { openConfirm }]) => mountConfirm(await openConfirm()),
      );
      return unmount;
    },
    async ask() {
      const [{ mountUnlock }, { openUnlock }, { openOptions }] = await Promise.all([
        import('@/components/lock/UnlockPage'),
        import('@/utils/app/liveLock'),
        import('@/utils/app/live/openPages'),
      ]);
      return mountUnlock({ ...(await openUnlock()), elsewhere: () => openOptions('lock') });
    },
  });
}

void start();
