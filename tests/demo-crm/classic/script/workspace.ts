/**
 * The workspace: a tab strip over iframes. A tab that is left stays in the document, hidden; a
 * closed one too while the switch staleNodes is on. With staleVisibleMs the left tab stays visible
 * for so long beside the new one.
 */

interface Tab {
  id: string;
  title: string;
  url: string;
}

const strip = document.querySelector('#tabStrip');
const panes = document.querySelector('#tabPanes');
const { staleNodes, staleVisibleMs, openNo, openName } = document.body.dataset;
const tabs = new Map<string, { item: HTMLLIElement; frame: HTMLIFrameElement }>();

function activate(id: string) {
  for (const [each, { item, frame }] of tabs) {
    const active = each === id;
    item.className = active ? 'on' : '';
    if (active) {
      frame.style.display = 'block';
      frame.dataset['active'] = '1';
      item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (frame.dataset['active']) {
      delete frame.dataset['active'];
      window.setTimeout(() => hideUnlessActive(frame), Number(staleVisibleMs ?? 0));
    }
  }
}

function hideUnlessActive(frame: HTMLIFrameElement) {
  if (!frame.dataset['active']) frame.style.display = 'none';
}

function close(id: string) {
  const tab = tabs.get(id);
  if (!tab) return;
  tab.item.remove();
  tabs.delete(id);
  if (staleNodes === '1') tab.frame.style.display = 'none';
  else tab.frame.remove();
  const last = [...tabs.keys()].at(-1);
  if (tab.frame.dataset['active'] && last !== undefined) activate(last);
}

function open({ id, title, url }: Tab) {
  if (!tabs.has(id)) {
    const item = document.createElement('li');
    item.title = title;
    item.append(Object.assign(document.createElement('span'), { textContent: title }));
    item.addEventListener('click', () => activate(id));
    if (id !== 'welcome') {
      const cross = Object.assign(document.createElement('i'), { textContent: '×', title: '关闭' });
      cross.addEventListener('click', (event) => {
        event.stopPropagation();
        close(id);
      });
      item.append(cross);
    }
    const frame = Object.assign(document.createElement('iframe'), { name: `frame_${id}`, src: url, title });
    frame.setAttribute('frameborder', '0');
    strip?.append(item);
    panes?.append(frame);
    tabs.set(id, { item, frame });
  }
  activate(id);
}

document.addEventListener('crm:openTab', (event) => {
  if (!(event instanceof CustomEvent)) return;
  const { id, title, url } = event.detail;
  if (typeof id === 'string' && typeof title === 'string' && typeof url === 'string')
    open({ id, title, url });
});

open({ id: 'welcome', title: '首页', url: '/classic/welcome.do' });
if (openNo) {
  // The switches of the top page go along: index.do?open=10000001&slowMs=500.
  const query = new URLSearchParams(location.search);
  query.delete('open');
  query.set('custNo', openNo);
  open({ id: `cust_${openNo}`, title: openName ?? openNo, url: `/classic/detail.do?${query.toString()}` });
}

export {};
