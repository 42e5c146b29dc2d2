/*
 * The page has painted its bones before this runs. The screen and the port come side by side; the
 * store and the parts below the fold come after them.
 */
void Promise.all([
  import('@/components/panel/mount'),
  import('@/utils/app/livePanel'),
  import('@/utils/app/live/follow'),
]).then(async ([{ mountPanel }, { openPanelPort }, { followOwnPage }]) => {
  mountPanel(await openPanelPort(followOwnPage));
});
