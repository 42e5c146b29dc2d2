import type { ButtonHTMLAttributes } from 'preact';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `go` is the one main deed of a card or form; `ghost` a quiet one beside it; `link` reads as text. */
  kind?: 'go' | 'plain' | 'ghost' | 'link';
  /** The key that does the same, shown small. */
  hotkey?: string;
}

/** A button in the house style. */
export function Button({ kind = 'plain', hotkey, class: extra, children, ...rest }: Props) {
  return (
    <button type="button" {...rest} class={`btn btn-${kind}${extra ? ` ${extra}` : ''}`}>
      {children}
      {hotkey !== undefined && (
        <span class="btn-key" aria-hidden="true">
          {hotkey}
        </span>
      )}
    </button>
  );
}
