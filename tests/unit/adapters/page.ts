import { JSDOM, ResourceLoader } from 'jsdom';
import type { IsVisible } from '@/utils/adapters/trees';

/** Frame documents by the address they answer at. */
export type Frames = Readonly<Record<string, string>>;

/** Serves a saved page's frames to jsdom, and nothing else. */
class FrameLoader extends ResourceLoader {
  readonly #frames: Frames;

  constructor(frames: Frames) {
    super();
    this.#frames = frames;
  }

  override fetch(url: string) {
    return Object.assign(Promise.resolve(Buffer.from(this.#frames[url] ?? '')), { abort: () => undefined });
  }
}

/** Turns declarative shadow roots, which jsdom leaves as templates, into open ones. */
function raiseShadowRoots(tree: Document | ShadowRoot): void {
  for (const template of tree.querySelectorAll('template')) {
    const host = template.parentElement;
    if (template.getAttribute('shadowrootmode') !== 'open' || !host) continue;
    const root = host.attachShadow({ mode: 'open' });
    root.append(template.content);
    template.remove();
    raiseShadowRoots(root);
  }
}

/** Opens saved HTML at an address, with its frames loaded and its shadow roots raised. */
export async function openPage(
  html: string,
  url = 'http://localhost/',
  frames: Frames = {},
): Promise<Document> {
  const { window } = new JSDOM(html, { url, resources: new FrameLoader(frames) });
  const { document } = window;
  if (document.readyState !== 'complete') {
    await new Promise((loaded) => window.addEventListener('load', loaded, { once: true }));
  }
  raiseAll(document);
  return document;
}

function raiseAll(document: Document): void {
  raiseShadowRoots(document);
  for (const frame of document.querySelectorAll('iframe,frame')) {
    const inner = 'contentDocument' in frame ? (frame.contentDocument as Document | null) : null;
    if (inner) raiseAll(inner);
  }
}

const hides = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display:\s*none|visibility:\s*hidden/.test(element.getAttribute('style') ?? '');

/** Rendered or not, as far as attributes tell: jsdom has no layout, saved pages say it in them. */
export const isVisible: IsVisible = (element) => {
  let node: Element | null = element;
  while (node) {
    if (hides(node)) return false;
    const root: Node = node.getRootNode();
    node = node.parentElement ?? ('host' in root ? (root as ShadowRoot).host : null);
  }
  return true;
};
