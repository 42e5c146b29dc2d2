/** The kit's smaller parts: cards, tags, buttons, skeletons, messages. */
import type { ServiceLevel } from '../../../data/model';
import { type Child, fill, h, styled } from '../dom';
import { type IconName, icon } from '../icons';

export type TagKind = 'primary' | 'success' | 'warning' | 'danger' | 'info' | 'gold';

/** `<span class="el-tag el-tag--success">`. */
export function tag(text: string, kind: TagKind = 'primary'): HTMLElement {
  return h('span', { class: `el-tag el-tag--${kind} el-tag--light` }, h('span.el-tag__content', null, text));
}

const levelTag = { 私行: 'gold', 财富: 'warning', 金卡: 'primary', 普卡: 'info' } satisfies Record<
  ServiceLevel,
  TagKind
>;

/** The service level in its own colour. */
export function serviceLevelTag(level: ServiceLevel): HTMLElement {
  return tag(level, levelTag[level]);
}

export interface ButtonOptions {
  kind?: 'primary' | 'default' | 'link';
  icon?: IconName;
  disabled?: boolean;
  type?: 'button' | 'submit';
  onClick?: (event: Event) => void;
}

/** `<button class="el-button el-button--primary">`. */
export function button(text: string, options: ButtonOptions = {}): HTMLButtonElement {
  const { kind = 'default', disabled = false, type = 'button', onClick } = options;
  const element = h(
    'button',
    { type, class: `el-button el-button--${kind}${kind === 'link' ? ' is-link' : ''}`, onClick },
    options.icon ? icon(options.icon) : null,
    h('span', null, text),
  );
  if (disabled) {
    element.disabled = true;
    element.classList.add('is-disabled');
    element.title = '当前岗位无此权限';
  }
  return element;
}

export interface Card {
  element: HTMLElement;
  body: HTMLElement;
  extra: HTMLElement;
}

/** A card with a heading; `name` becomes the card's own class as kits write it. */
export function card(title: string, name: string): Card {
  const body = h('div.el-card__body');
  const extra = h('span.el-card__extra');
  const element = h(
    'section',
    { class: `el-card is-never-shadow ${name}`, 'aria-label': title },
    h('div.el-card__header', null, h('h3.el-card__title', null, title), extra),
    body,
  );
  return { element, body, extra };
}

/** One grey bar in place of a value that is still on its way. */
export function skeletonBar(variant = ''): HTMLElement {
  return h('span', { class: `el-skeleton__item el-skeleton__text ${variant}`.trim(), 'aria-hidden': 'true' });
}

/** Several lines of grey bars. */
export function skeletonLines(count: number): HTMLElement {
  return h(
    'div.el-skeleton.is-animated',
    { role: 'status', 'aria-label': '加载中' },
    Array.from({ length: count }, (_, line) =>
      h('div.el-skeleton__p', null, skeletonBar(line === count - 1 ? 'is-short' : '')),
    ),
  );
}

/** What kits show where there is nothing. */
export function empty(text = '暂无数据'): HTMLElement {
  return h('div.el-empty', null, icon('empty'), h('p.el-empty__description', null, text));
}

/** A note at the top of the page that leaves by itself after three seconds. */
export function message(text: string, kind: 'success' | 'warning' = 'success'): void {
  const note = h('div', { class: `el-message el-message--${kind}`, role: 'alert' }, text);
  document.body.append(note);
  setTimeout(() => note.remove(), 3000);
}

/** A horizontal bar of `share` (0 to 1) of the track. */
export function progress(share: number): HTMLElement {
  const inner = styled(h('span.el-progress-bar__inner'), { width: `${Math.round(share * 100)}%` });
  return h('div.el-progress-bar', null, inner);
}

/** Shows that a part could not be loaded, with a way to try again. */
export function failure(parent: Element, again: () => void): void {
  const retry: Child = button('重新加载', { kind: 'link', onClick: again });
  fill(parent, h('div.el-result', { role: 'alert' }, '加载失败，请稍后再试。', retry));
}
