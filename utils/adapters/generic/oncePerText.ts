/** Pages say the same few words over and over, and each box around a word says it again. */
const MOST_KEPT = 4000;

/** What is longer is said once. */
const LONGEST = 80;

/** Lists of class names are longer, and return as often. */
export const LONGEST_CLASS = 400;

/** The same question of a text, answered once while a page is read: its answer hangs on nothing but the text. */
export function oncePerText<Answer>(
  answer: (text: string) => Answer,
  longest = LONGEST,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > longest) return answer(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = answer(text);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, found);
    return found;
  };
}
