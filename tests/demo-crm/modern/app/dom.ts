/** A small way to write DOM in code: `h('div.el-card', { role: 'region' }, 'text')`. */

type Listener = (event: Event) => void;
type AttributeValue = string | number | boolean | null | undefined | Listener;

/** Attributes by name; a function under `onClick` listens to `click`; `false` and `null` leave the attribute out. */
export type Attributes = Record<string, AttributeValue>;

export type Child = Node | string | number | null | undefined | false | readonly Child[];

type TagOf<S extends string> = S extends `${infer T}.${string}` ? T : S;
type ElementOf<S extends string> =
  TagOf<S> extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[TagOf<S>] : HTMLElement;

/**
 * Makes an element.
 * @param selector tag name followed by classes, `td.el-table__cell.is-left`
 * @param attributes see {@link Attributes}
 * @param children nodes, text, or nested lists of both; empty values are skipped
 */
export function h<S extends string>(
  selector: S,
  attributes?: Attributes | null,
  ...children: Child[]
): ElementOf<S>;
export function h(selector: string, attributes?: Attributes | null, ...children: Child[]) {
  const [tag = 'div', ...classes] = selector.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes ?? {})) setAttribute(element, name, value);
  append(element, children);
  return element;
}

function setAttribute(element: HTMLElement, name: string, value: AttributeValue) {
  if (typeof value === 'function') {
    element.addEventListener(name.slice(2).toLowerCase(), value);
  } else if (value === true) {
    element.setAttribute(name, '');
  } else if (value !== null && value !== undefined && value !== false) {
    element.setAttribute(name, String(value));
  }
}

/** Appends children as {@link h} does. */
function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (typeof child === 'string' || typeof child === 'number') {
      parent.appendChild(document.createTextNode(String(child)));
    } else if (child instanceof Node) {
      parent.appendChild(child);
    } else {
      append(parent, child);
    }
  }
}

/** Replaces everything inside `parent`. */
export function fill(parent: Element | DocumentFragment, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/** Sets a CSS property through the object model: `style="…"` is refused by the page's own security policy. */
export function styled<E extends HTMLElement>(element: E, properties: Record<string, string>): E {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
  return element;
}
