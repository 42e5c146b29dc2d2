/*
 * Whether the words before a term deny it: 不保本, 并非零风险, "is not risk-free". Only what stands close
 * before it counts; 不但保本 and 不用担心，保本 deny nothing, and 并非不保本 says it after all.
 */

const CHINESE =
  /(?:并非|绝非|并不是|不是|不等于|不属于|不存在|不可能|不承诺|不保证|不提供|不能|不得|不会|不可|不应|不要|不再|无法|没有|禁止|谈不上|从不|绝不|并不|未|非|无|勿|不|没)(?:任何|所谓的?|一款|一种|是|能|可以|承诺|保证|说|讲|称为?|宣传|视为|当作|当成|理解为|提供|存在|有)*$/u;

const ENGLISH =
  /(?:\bnot|\bno|n['’]t|\bnever|\bneither|\bnor|\bcannot|\bwithout)(?:\s+(?:a|an|any|be|been|being|the|is|are|to|say|called|considered|promise[sd]?|offer(?:s|ed)?|come with|of|there|such thing as|product|capital|principal))*[\s“"']*$/u;

/** A negation within these many letters before the term. */
const NEAR = 40;

/** Whether the text up to a term denies it: an odd number of negations one before the other. */
export function isDenied(before: string): boolean {
  let rest = before.slice(-NEAR);
  let negations = 0;
  for (;;) {
    const found = CHINESE.exec(rest) ?? ENGLISH.exec(rest);
    if (!found) return negations % 2 === 1;
    negations += 1;
    rest = rest.slice(0, found.index).trimEnd();
  }
}
