/**
 * The hostile CRM script: injected before everything else while the switch `hostile` is on, it
 * tries to read whatever an extension adds to the page. Served as /hostile.js, a classic script, so
 * that it runs before the page: no imports or exports here.
 */
(() => {
  const loot: import('./loot').Loot = {
    openRoots: [],
    foreignElements: [],
    extraFrames: [],
    keys: [],
    messages: [],
    calls: [],
    texts: [],
    resources: [],
    storage: [],
    runtime: [],
  };
  Object.assign(window, { __loot: loot });

  const describe = (node: unknown): string =>
    node instanceof Element ? `${node.localName}${node.id ? `#${node.id}` : ''}` : String(node);
  const once = (list: string[], text: string) => {
    if (!list.includes(text)) list.push(text);
  };
  const isExtension = (address: string) => /^[a-z-]+-extension:/.test(address);

  // Roots made by the page itself are known from here on, so that any other must be an extension's.
  const ownRoots = new WeakSet<ShadowRoot>();
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, init) {
    const root = attachShadow.call(this, init);
    ownRoots.add(root);
    if (this.parentElement === document.documentElement) {
      loot.openRoots.push({ host: describe(this), html: 'attachShadow was called in the page' });
    }
    return root;
  };

  function* elementsIn(root: Document | ShadowRoot): Generator<Element> {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
    }
  }

  function probe() {
    let ownFrames = 0;
    for (const element of elementsIn(document)) {
      const root = element.shadowRoot;
      if (root && !ownRoots.has(root) && !loot.openRoots.some(({ host }) => host === describe(element))) {
        loot.openRoots.push({ host: describe(element), html: root.innerHTML });
      }
      if (element instanceof HTMLIFrameElement) {
        if (isExtension(element.src)) once(loot.foreignElements, element.outerHTML);
        else ownFrames += 1;
      }
    }
    for (const child of document.documentElement.children) {
      if (child === document.head || child === document.body) continue;
      once(loot.foreignElements, child.outerHTML);
      const text = child.textContent.trim();
      if (text !== '') once(loot.texts, text);
    }
    for (let index = ownFrames; index < window.length; index += 1) once(loot.extraFrames, `frame ${index}`);
    for (const { name } of performance.getEntriesByType('resource')) {
      if (isExtension(name)) once(loot.resources, name);
    }
    for (const store of [localStorage, sessionStorage]) {
      for (const name of Object.keys(store)) once(loot.storage, name);
    }
    if ('chrome' in window && JSON.stringify(Object.keys(Object(window.chrome))).includes('runtime')) {
      once(loot.runtime, 'chrome.runtime');
    }
  }

  for (const type of [
    'keydown',
    'keyup',
    'keypress',
    'beforeinput',
    'input',
    'paste',
    'copy',
    'cut',
    'compositionend',
  ]) {
    window.addEventListener(
      type,
      (event) => {
        const key =
          event instanceof KeyboardEvent ? event.key : event instanceof InputEvent ? (event.data ?? '') : '';
        const path = event.composedPath();
        loot.keys.push({ type, key, target: describe(path[0]) });
      },
      true,
    );
  }

  window.addEventListener(
    'message',
    (event) => loot.messages.push({ origin: event.origin, data: JSON.stringify(event.data) }),
    true,
  );

  const foreignCall = (how: string, address: string, body: unknown) => {
    if (new URL(address, location.href).origin === location.origin) return;
    loot.calls.push(`${how} ${address} ${typeof body === 'string' ? body : ''}`);
  };
  const pageFetch = window.fetch;
  window.fetch = (input, init) => {
    foreignCall('fetch', input instanceof Request ? input.url : String(input), init?.body);
    return pageFetch(input, init);
  };
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string | URL) {
    foreignCall(method, String(url), undefined);
    open.call(this, method, url, true);
  };
  const pageBeacon = navigator.sendBeacon;
  navigator.sendBeacon = (url, data) => {
    foreignCall('beacon', String(url), data);
    return pageBeacon.call(navigator, url, data);
  };
  // Only in secure contexts; an intranet CRM on plain http has none.
  if (navigator.clipboard) {
    const writeText = navigator.clipboard.writeText;
    navigator.clipboard.writeText = (text) => {
      loot.calls.push(`clipboard ${text}`);
      return writeText.call(navigator.clipboard, text);
    };
  }

  // Listeners that somebody else registers through the page's own prototype pass here: whatever they
  // are told, the page is told first.
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
    if (
      this instanceof Element &&
      this.parentElement === document.documentElement &&
      this !== document.body
    ) {
      if (this !== document.head) once(loot.foreignElements, `listener ${type} on ${describe(this)}`);
    }
    listen.call(this, type, listener, options);
  };

  new MutationObserver(probe).observe(document, { childList: true, subtree: true, attributes: true });
  window.setInterval(probe, 200);
})();
