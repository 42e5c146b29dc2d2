/**
 * What a page and the panel in it note down of themselves. Both functions run in the browser, in every
 * document from its first moment: nothing from outside may be used in them.
 */

/** One look at the page: when, what record the page itself is about, and whether the panel may be seen. */
export type PageLook = readonly [at: number, record: string | null, visible: boolean, painted: boolean];

/** One look inside the panel: when, the name at its head, and everything in it as text. */
export type PanelLook = readonly [at: number, name: string | null, text: string, painted: boolean];

declare global {
  interface Window {
    __pageLooks?: PageLook[];
    __panelLooks?: PanelLook[];
    /** Requests of the page that have not been answered. */
    __open?: number;
  }
}

/**
 * Notes down at each painted frame, each change of address and each change of the panel's host what the
 * page is about. Every clock of this browser counts from the same origin.
 */
export function watchDocument(): void {
  const now = (): number => performance.timeOrigin + performance.now();

  function watchPanel(): void {
    const looks: PanelLook[] = [];
    window.__panelLooks = looks;
    const look = (painted: boolean): void => {
      const app = document.getElementById('app');
      const name = app?.querySelector('.who h1')?.textContent ?? null;
      looks.push([now(), name, app?.textContent ?? '', painted]);
    };
    new MutationObserver(() => look(false)).observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    const frame = (): void => {
      look(true);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  /** The record of the classic front end: that of the one client's tab in sight, by its frame's address. */
  function recordInFrames(): string | null {
    const workspace = document.querySelector<HTMLIFrameElement>('#mainFrame')?.contentDocument;
    const shown = [...(workspace?.querySelectorAll<HTMLIFrameElement>('#tabPanes > iframe') ?? [])]
      .filter((frame) => frame.style.display !== 'none')
      .flatMap((frame) => frame.contentWindow?.location ?? [])
      .filter(({ pathname }) => pathname === '/classic/detail.do')
      .map(({ search }) => new URLSearchParams(search).get('custNo'));
    return shown.length === 1 ? (shown[0] ?? null) : null;
  }

  function record(): string | null {
    const { pathname, search, hash } = location;
    if (pathname === '/classic/index.do') return recordInFrames();
    const query = new URLSearchParams(search);
    if (pathname === '/classic/detail.do') return query.get('custNo');
    if (pathname === '/modern/clients') return query.get('drawer');
    return (
      /^\/modern\/clients\/(\d+)(?:\/split)?$/.exec(pathname)?.[1] ??
      /^#\/accounts\/(\d+)\/view$/.exec(pathname === '/cloud/' ? hash : '')?.[1] ??
      null
    );
  }

  function watchPage(): void {
    const looks: PageLook[] = [];
    window.__pageLooks = looks;
    const soon = (): void => queueMicrotask(() => look(false));
    const onHost = new MutationObserver(soon);
    let observed: Element | null = null;
    const look = (painted: boolean): void => {
      const host = document.querySelector('zhibi-panel');
      if (host && host !== observed) onHost.observe(host, { attributes: true });
      observed = host;
      const visible = host !== null && getComputedStyle(host).visibility === 'visible';
      looks.push([now(), record(), visible, painted]);
    };
    // After everything that hears of it in the same task.
    navigation.addEventListener('currententrychange', soon);
    // What is painted is what stands when everybody who was asked before the picture has had his turn: sizes
    // are told last of all. The probe lies in a closed root, where no observer of the page hears of it.
    const home = document.createElement('div');
    home.style.cssText = 'position:fixed;top:0;left:0;pointer-events:none';
    const probe = home.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
    new ResizeObserver(() => look(true)).observe(probe);
    let turn = 0;
    const frame = (): void => {
      if (!home.isConnected) document.documentElement?.append(home);
      turn = 1 - turn;
      probe.style.width = `${turn}px`;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  if (location.protocol === 'chrome-extension:') watchPanel();
  else if (window === window.top) watchPage();
}

/** Makes the page's answers come late and out of order, by up to `mostMs`, the same each time. */
export function jumbleAnswers(mostMs: number, seed: number): void {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pageFetch = window.fetch;
  window.__open = 0;
  window.fetch = async (...request) => {
    window.__open = (window.__open ?? 0) + 1;
    try {
      const answer = await pageFetch(...request);
      await new Promise((resolve) => setTimeout(resolve, random() * mostMs));
      return answer;
    } finally {
      window.__open -= 1;
    }
  };
}
