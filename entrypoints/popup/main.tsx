/*
 * The page has painted its bones before this runs; everything heavier comes after, the screen and the
 * port side by side.
 */
async function start(): Promise<void> {
  const [{ mountPopup }, { openPopupPort }] = await Promise.all([
    import('@/components/popup/mount'),
    import('@/utils/app/livePopup'),
  ]);
  mountPopup(await openPopupPort());
}

void start();
