import type { ComponentChildren } from 'preact';

/** What a colour means: late, soon or thin, reached, discretion. A word always stands with it. */
export type Tone = 'plain' | 'late' | 'soon' | 'good' | 'wall' | 'accent';

/** A small word on a tinted ground. */
export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children: ComponentChildren;
}) {
  return (
    <span class={`chip chip-${tone}`} {...(title === undefined ? {} : { title })}>
      {children}
    </span>
  );
}
