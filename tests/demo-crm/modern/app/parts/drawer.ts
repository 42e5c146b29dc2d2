/** A drawer over the page, hung into the body as kits do. */
import { fill, h } from '../dom';
import { icon } from '../icons';

export interface Drawer {
  open(content: HTMLElement): void;
  close(): void;
  isOpen(): boolean;
}

/**
 * @param keepNodes a closed drawer stays in the document, hidden, with what it showed
 * @param onClose the user wants it closed
 */
export function createDrawer(title: string, keepNodes: boolean, onClose: () => void): Drawer {
  const body = h('div.el-drawer__body');
  const panel = h(
    'div.el-drawer.rtl',
    { role: 'dialog', 'aria-modal': 'true', 'aria-label': title, tabindex: -1 },
    h(
      'header.el-drawer__header',
      null,
      h('span.el-drawer__title', { role: 'heading', 'aria-level': 2 }, title),
      h(
        'button.el-drawer__close-btn',
        { type: 'button', 'aria-label': '关闭', onClick: onClose },
        icon('close'),
      ),
    ),
    body,
  );
  const overlay = h(
    'div.el-overlay',
    {
      onClick: (event) => {
        if (event.target === overlay) onClose();
      },
      onKeydown: (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') onClose();
      },
    },
    panel,
  );
  let opened = false;
  return {
    open(content) {
      if (!body.contains(content)) fill(body, content);
      if (!overlay.isConnected) document.body.append(overlay);
      overlay.style.removeProperty('display');
      if (!opened) panel.focus();
      opened = true;
    },
    close() {
      if (!opened) return;
      opened = false;
      if (keepNodes) overlay.style.setProperty('display', 'none');
      else overlay.remove();
    },
    isOpen: () => opened,
  };
}
