import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CheckIcon } from './icons';
import { isComposing } from './keys';

/** One line of a menu. */
export interface MenuItem {
  id: string;
  label: string;
  /** A quieter word behind the label: a date, a key. */
  hint?: string;
  /** `radio` and `check` items carry a mark; without it the item is a plain deed. */
  mark?: { kind: 'radio' | 'check'; on: boolean };
  pick(): void;
}

interface Props {
  /** What the menu offers, for screen readers. */
  label: string;
  items: readonly MenuItem[];
  /** Content of the button that opens it. */
  children: ComponentChildren;
  class?: string;
  title?: string;
}

const GAP = 4;

/** Puts the list under its button, or above where there is no room, inside the window. */
export function place(list: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = at.bottom + GAP;
  const top = below + height <= window.innerHeight ? below : Math.max(GAP, at.top - GAP - height);
  const left = Math.max(GAP, Math.min(at.left, window.innerWidth - width - GAP));
  list.style.top = `${top}px`;
  list.style.left = `${left}px`;
}

const ROLES = { plain: 'menuitem', radio: 'menuitemradio', check: 'menuitemcheckbox' } as const;

function Item({ item, onPicked }: { item: MenuItem; onPicked: () => void }) {
  const { mark } = item;
  return (
    <button
      type="button"
      class="menu-item"
      role={ROLES[mark?.kind ?? 'plain']}
      tabIndex={-1}
      {...(mark ? { 'aria-checked': mark.on } : {})}
      onClick={() => {
        onPicked();
        item.pick();
      }}
    >
      {mark && <span class="menu-mark">{mark.on && <CheckIcon />}</span>}
      <span class="menu-label">{item.label}</span>
      {item.hint !== undefined && <span class="menu-hint">{item.hint}</span>}
    </button>
  );
}

function useDismissal(open: boolean, own: () => (Element | null)[], close: () => void): void {
  useEffect(() => {
    if (!open) return;
    const onPointerDown = (event: Event) => {
      const inside = own().some((element) => event.target instanceof Node && element?.contains(event.target));
      if (!inside) close();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    // A click on the page around the panel reaches us only as a lost focus.
    window.addEventListener('blur', close);
    // The list stands still in the window: once the page moves, it no longer hangs on its button.
    document.addEventListener('scroll', close);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, true);
      window.removeEventListener('blur', close);
      document.removeEventListener('scroll', close);
    };
  });
}

/**
 * A button with a menu in the top layer: arrow keys, Home, End and first letters move, Enter picks,
 * Escape and a click elsewhere close, and the focus goes back to the button.
 */
export function Menu({ label, items, children, class: extra, title }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
  const close = () => setOpen(false);
  const closeAndReturn = () => {
    setOpen(false);
    button.current?.focus();
  };

  useLayoutEffect(() => {
    if (!open || !list.current || !button.current) return;
    list.current.showPopover();
    place(list.current, button.current);
    const all = entries();
    (all.find((entry) => entry.getAttribute('aria-checked') === 'true') ?? all[0])?.focus();
  }, [open]);
  useDismissal(open, () => [button.current, list.current], close);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const all = entries();
    const at = all.findIndex((entry) => entry.matches(':focus'));
    const go = (index: number) => all[(index + all.length) % all.length]?.focus();
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(all.length - 1);
    else if (event.key === 'Escape') closeAndReturn();
    else if (event.key === 'Tab') return close();
    else if (event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLowerCase();
      const later = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      later.find((entry) => entry.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class={extra ?? 'btn btn-ghost'}
        aria-haspopup="menu"
        aria-expanded={open}
        {...(open ? { 'aria-controls': id } : {})}
        {...(title === undefined ? {} : { title })}
        aria-label={label}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open && (
        <div
          ref={list}
          id={id}
          class="menu"
          role="menu"
          aria-label={label}
          popover="manual"
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <Item key={item.id} item={item} onPicked={closeAndReturn} />
          ))}
        </div>
      )}
    </>
  );
}
