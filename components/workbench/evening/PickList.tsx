import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { isComposing } from '../../ui/keys';

interface Props<Item> {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** Which one is worked on. */
  at: number;
  onMove: (at: number) => void;
  onEnter: (item: Item) => void;
  list: RefObject<HTMLDivElement | null>;
  children: (item: Item) => ComponentChildren;
}

/** A list of which one is worked on: arrow keys move, Enter begins. The focus stays on the list. */
export function PickList<Item>(props: Props<Item>) {
  const { label, items, keyOf, at, onMove, onEnter, list, children } = props;
  const id = useId();
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, list]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = items[at];
    if (event.key === 'ArrowDown') onMove(Math.min(at + 1, items.length - 1));
    else if (event.key === 'ArrowUp') onMove(Math.max(at - 1, 0));
    else if (event.key === 'Home') onMove(0);
    else if (event.key === 'End') onMove(items.length - 1);
    else if (event.key === 'Enter' && item !== undefined) onEnter(item);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      class="evlist"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={items.length > 0 ? `${id}-${at}` : undefined}
      onKeyDown={onKeyDown}
    >
      {items.map((item, index) => (
        // The keys are the list's: the focus never leaves it.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={keyOf(item)}
          id={`${id}-${index}`}
          class="evrow"
          role="option"
          aria-selected={index === at}
          onClick={() => onMove(index)}
        >
          {children(item)}
        </div>
      ))}
    </div>
  );
}
