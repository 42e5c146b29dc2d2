/** The detail page: inner tabs, 查看, and the switches slowMs and staleVisibleMs. */

const wait = (ms: number) => new Promise((resolve) => window.setTimeout(resolve, ms));

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const tab = target?.closest<HTMLElement>('.innerTabs li');
  if (tab) showPanel(tab);
  const link = target?.closest<HTMLElement>('a.reveal');
  if (link) void unmask(link);
});

function showPanel(tab: HTMLElement) {
  const panel = tab.closest('.custPanel');
  if (!panel) return;
  for (const each of panel.querySelectorAll('.innerTabs li')) each.className = each === tab ? 'on' : '';
  for (const each of panel.querySelectorAll<HTMLElement>('.innerPanel')) {
    const shown = each.dataset['panel'] === tab.dataset['panel'];
    each.style.display = shown ? '' : 'none';
    const frame = each.querySelector<HTMLIFrameElement>('iframe[data-src]');
    if (shown && frame && !frame.src) frame.src = frame.dataset['src'] ?? '';
  }
}

async function unmask(link: HTMLElement) {
  const { cust = '', field = '' } = link.dataset;
  const answer = await fetch(`/classic/unmask.do?${new URLSearchParams({ custNo: cust, field }).toString()}`);
  const masked = link.parentElement?.querySelector('.masked');
  if (!answer.ok || !masked) return;
  masked.textContent = await answer.text();
  link.remove();
}

/** Fetches the page again and puts the values in table by table, the last one after `ms`. */
async function fillSlowly(ms: number) {
  const address = new URL(location.href);
  address.searchParams.set('filled', '1');
  const answer = await fetch(address);
  const full = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const holders = [...document.querySelectorAll('.custPanel table')];
  const values = [...full.querySelectorAll('.custPanel table')];
  for (const [place, holder] of holders.entries()) {
    await wait(ms / holders.length);
    const body = values[place]?.querySelector('tbody');
    if (body) holder.querySelector('tbody')?.replaceWith(document.adoptNode(body));
  }
  document.body.classList.remove('waiting');
}

async function hideStale(ms: number, recordId: string) {
  await wait(ms);
  const panel = document.getElementById(`panel_${recordId}`);
  if (panel) panel.style.display = 'none';
}

const { slowMs, staleVisibleMs, stale } = document.body.dataset;
if (Number(slowMs) > 0) void fillSlowly(Number(slowMs));
if (Number(staleVisibleMs) > 0 && stale) void hideStale(Number(staleVisibleMs), stale);

export {};
