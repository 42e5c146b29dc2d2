/*
 * The page has painted its bones before this runs. The screen and the port come side by side with the answer
 * to the invitation; the store and the parts below the fold come after them. Where the frame was invited for
 * the wizard instead, that comes alone.
 */
void Promise.all([
  import('@/components/panel/mount'),
  import('@/utils/app/livePanel'),
  import('@/utils/app/live/follow').then(({ claimFrame, followOwnPage }) => {
    const claiming = claimFrame();
    return claiming.then(
      (claim) => ({ claim, follow: followOwnPage(claiming) }),
      () => ({ claim: null, follow: followOwnPage(claiming) }),
    );
  }),
  import('@/utils/app/live/guarded'),
]).then(async ([{ mountPanel }, { openPanelPort }, { claim, follow }, { guardedInPage }]) => {
  if (claim?.screen !== 'teach') {
    mountPanel(guardedInPage(await openPanelPort(follow)));
    return;
  }
  const { mountTeach } = await import('@/components/teach/mountTeach');
  const { openTeachPort } = await import('@/utils/app/liveTeach');
  mountTeach(await openTeachPort(claim.tabId));
});
