/** `literal`, `:name`, or text around one name. A name ends at the first sign that is no letter or figure. */
export const SEGMENT =
  /^([^:*(){}?#\\]*)(?::([a-z][a-zA-Z0-9]{0,19})([^:*(){}?#\\a-zA-Z0-9][^:*(){}?#\\]*)?)?$/;

/** What is wrong with one segment or parameter value, or null. `*` stands for any value. */
export function segmentProblem(text: string): string | null {
  if (text === '*') return null;
  return SEGMENT.test(text) ? null : 'write literal text, :name or *; expressions are not taken';
}

/** What is wrong with a path pattern, or null. */
export function pathProblem(text: string): string | null {
  if (/^\s*(?:javascript|data|vbscript):/i.test(text)) return 'not an address';
  const parts = text.split('/');
  const names = parts.flatMap((part) => SEGMENT.exec(part)?.[2] ?? []);
  if (new Set(names).size < names.length) return 'a name stands twice';
  for (const [index, part] of parts.entries()) {
    if (part === '*' && index < parts.length - 1) return '* stands at the end only';
    const problem = segmentProblem(part);
    if (problem) return problem;
  }
  return null;
}
