/*
 * The page has painted its bones before this runs. The screen and the port come side by side; the
 * store and the parts below the fold come after them. The workbench frames the same page with a client
 * named in its address.
 */
void Promise.all([
  import('@/components/panel/mount'),
  import('@/utils/app/livePanel'),
  import('@/utils/app/live/follow'),
  location.hash === '' ? null : import('@/utils/app/live/sheet'),
]).then(async ([{ mountPanel }, { openPanelPort }, { followActiveTab }, sheet]) => {
  const client = sheet?.clientOfSheet() ?? null;
  mountPanel(sheet && client ? await sheet.openSheetPort(client) : await openPanelPort(followActiveTab));
  void import('@/utils/platform/replaced').then(({ reloadWhenReplaced }) => reloadWhenReplaced());
  if (client !== null) return;
  // What was pressed in a covered panel waits here, after all that this page is there for.
  void Promise.all([import('@/components/confirm/mount'), import('@/utils/app/liveConfirm')]).then(
    async ([{ mountConfirm }, { openConfirm }]) => mountConfirm(await openConfirm()),
  );
});
