/** `el-pagination`: total, previous, page numbers, next. */
import { h } from '../dom';
import { icon } from '../icons';

/** Page numbers to print, null for a gap: 1 … 4 5 6 … 15. */
export function pagesToShow(current: number, last: number): (number | null)[] {
  const wanted = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((page, place) => {
    const before = pages[place - 1];
    return before !== undefined && page - before > 1 ? [null, page] : [page];
  });
}

/** @param go called with the page the user chose */
export function pagination(
  { page, size, total }: { page: number; size: number; total: number },
  go: (page: number) => void,
): HTMLElement {
  const last = Math.max(1, Math.ceil(total / size));
  const step = (name: 'left' | 'right', label: string, target: number) => {
    const element = h(
      'button',
      {
        type: 'button',
        class: name === 'left' ? 'btn-prev' : 'btn-next',
        'aria-label': label,
        onClick: () => go(target),
      },
      icon(name),
    );
    element.disabled = target < 1 || target > last;
    return element;
  };
  const number = (target: number | null) =>
    target === null
      ? h('li.more', { 'aria-hidden': 'true' }, '…')
      : h(
          'li',
          {
            class: target === page ? 'number is-active' : 'number',
            tabindex: 0,
            'aria-label': `第 ${target} 页`,
            'aria-current': target === page ? 'true' : null,
            onClick: () => go(target),
          },
          target,
        );
  return h(
    'div.el-pagination.is-background',
    { role: 'navigation', 'aria-label': '分页' },
    h('span.el-pagination__total', null, `共 ${total} 条，每页 ${size} 条`),
    step('left', '上一页', page - 1),
    h('ul.el-pager', null, pagesToShow(page, last).map(number)),
    step('right', '下一页', page + 1),
  );
}
