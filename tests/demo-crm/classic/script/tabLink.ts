/**
 * Links with class tabLink open a tab of the workspace, wherever in the frames they stand; outside
 * the frames they are plain links.
 */

function workspaceDocument(): Document | null {
  for (let view: Window = window; view !== view.parent; view = view.parent) {
    if (view.document.getElementById('tabStrip')) return view.document;
  }
  return window.top?.document.querySelector<HTMLIFrameElement>('iframe#mainFrame')?.contentDocument ?? null;
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.tabLink') : null;
  const workspace = link && workspaceDocument();
  if (!link || !workspace?.defaultView) return;
  event.preventDefault();
  const { tab = '', title = '' } = link.dataset;
  const detail = { id: tab, title, url: link.getAttribute('href') };
  workspace.dispatchEvent(new workspace.defaultView.CustomEvent('crm:openTab', { detail }));
});

export {};
