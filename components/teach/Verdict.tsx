import type { ComponentChildren } from 'preact';
import { CheckIcon, SearchIcon, WarnIcon } from '../ui/icons';

const SIGN = { good: CheckIcon, wait: SearchIcon, wrong: WarnIcon };

/** What the page in front has been found to be: told by sign and words, and to screen readers as it changes. */
export function Verdict({ tone, children }: { tone: keyof typeof SIGN; children: ComponentChildren }) {
  const Sign = SIGN[tone];
  return (
    <div class={`verdict verdict-${tone}`} role="status">
      <Sign />
      <div>{children}</div>
    </div>
  );
}
