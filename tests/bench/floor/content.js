// Least work of a content script: the client's number from the address, one host, one frame, one listener.
const numberHere = () => /\/client\/(\d+)/.exec(location.pathname)?.[1] ?? '';

const frame = document.createElement('iframe');
frame.src = `${chrome.runtime.getURL('panel.html')}#${numberHere()}`;
const host = document.createElement('div');
host.style.cssText = 'position:fixed;inset:0 0 auto auto;width:360px;height:100%;z-index:2147483647';
host.attachShadow({ mode: 'closed' }).append(frame);
document.documentElement.append(host);

let shown = numberHere();
navigation.addEventListener('currententrychange', () => {
  const next = numberHere();
  if (next === shown) return;
  shown = next;
  frame.contentWindow.postMessage({ number: next }, chrome.runtime.getURL('/').slice(0, -1));
});
