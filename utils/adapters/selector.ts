/** Longest selector an adapter may name. */
export const MAX_SELECTOR = 200;

const CLOSES: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

/**
 * Why a CSS selector is refused in an adapter, or null if it may be used. Whether a browser knows it is
 * for the page to say; here is decided what it may ask for: never everything (`*`), never two levels of
 * `:has()` (its cost multiplies), nothing that could end the selector and begin something else.
 */
export function selectorProblem(selector: string): string | null {
  if (selector.trim() === '') return 'empty';
  if (selector.length > MAX_SELECTOR) return `longer than ${MAX_SELECTOR} characters`;
  const open: string[] = [];
  let quote: string | null = null;
  for (const sign of selector) {
    if (sign < ' ') return 'control character';
    if (quote !== null) {
      if (sign === '\\') return 'backslash in a string';
      if (sign === quote) quote = null;
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (CLOSES[sign]) open.push(CLOSES[sign]);
    else if (sign === ']' || sign === ')') {
      if (open.pop() !== sign) return 'brackets do not match';
    } else if (sign === '*' && open.at(-1) !== ']') return '* selects everything';
    else if (/[{}<;@/]/.test(sign)) return `${sign} has no place in a selector`;
  }
  if (quote !== null || open.length > 0) return 'brackets or quotes are left open';
  if (selector.split(':has(').length > 2) return 'more than one :has()';
  return null;
}
