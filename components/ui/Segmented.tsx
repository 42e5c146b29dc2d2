import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { isComposing } from './keys';

export interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface Props<Value extends string> {
  label: string;
  options: readonly Option<Value>[];
  /** Null while nothing is chosen. */
  value: Value | null;
  onChange(value: Value | null): void;
  /** Whether the chosen one can be taken back: by a second click, Backspace or Delete. */
  clearable?: boolean;
  /** More of the same choice behind the last option, such as a menu. */
  children?: ComponentChildren;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A few choices side by side: a radio group. Arrow keys choose; Tab only passes through, so that a
 * group that starts empty stays empty until someone means it.
 */
export function Segmented<Value extends string>(props: Props<Value>) {
  const { label, options, value, onChange, clearable = false } = props;
  const group = useRef<HTMLDivElement>(null);
  const chosen = options.findIndex((option) => option.value === value);
  const tabStop = Math.max(chosen, 0);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const radios = [...(group.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])];
    const at = radios.findIndex((radio) => radio.matches(':focus'));
    const step = STEPS[event.key];
    if (at < 0) return;
    if (clearable && (event.key === 'Backspace' || event.key === 'Delete')) onChange(null);
    else if (step !== undefined) {
      const next = (chosen < 0 ? (step > 0 ? 0 : -1) : at + step) + options.length;
      const option = options[next % options.length];
      if (!option) return;
      onChange(option.value);
      radios[next % options.length]?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div class="seg">
      <div class="seg-group" role="radiogroup" aria-label={label} ref={group} onKeyDown={onKeyDown}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useSemanticElements: native radios cannot be unchosen
          <button
            key={option.value}
            type="button"
            role="radio"
            class="seg-option"
            aria-checked={option.value === value}
            tabIndex={index === tabStop ? 0 : -1}
            onClick={() => onChange(clearable && option.value === value ? null : option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
      {props.children}
    </div>
  );
}
