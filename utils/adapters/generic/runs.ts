import { endsInColon, isKnownLabel, isLabelText, labelSign } from './labelSigns';
import type { Pair } from './pair';
import { isPhrase, looksOf } from './parts';
import type { Seen } from './seen';
import { isAction } from './terms';

const MARKED = /^(?:B|STRONG|EM|I|U|SMALL|SPAN|LABEL|FONT|H[4-6])$/;
const BOLD = /^(?:B|STRONG)$/;
const SET_OFF = /^(?:B|STRONG|EM)$/;

/** The longest line of such runs. */
const MOST_KIDS = 60;

/**
 * Labels marked within a text and their values between them: `<b>DBA</b> Farm Store <br> <b>EIN</b> 47-2086`.
 * Two labels at least; one alone is a pair of two pieces.
 */
export function runsInTurn(box: Seen): Pair[] {
  const kids = box.kids.filter(({ icon, pressed }) => !icon && !pressed);
  if (kids.length < 4 || kids.length > MOST_KIDS || !kids.some(({ tag }) => tag === '#text')) return [];
  const labels = kids.flatMap((kid, at) => (isMarkedLabel(kid, kids[at + 1]) ? [at] : []));
  if (labels.length < 2 || labels[0] !== 0) return [];
  const pairs = labels.flatMap((at, order) => {
    const label = kids[at];
    const values = kids.slice(at + 1, labels[order + 1] ?? kids.length);
    if (!label || values.length > 4 || !values.every((value) => value.tag === '#text' || isPhrase(value)))
      return [];
    const said = values.map(({ text }) => text).join(' ');
    const hasColon = endsInColon(label.text) || /^\s*[:：]/u.test(said);
    return [
      {
        label: label.text,
        labelAt: label,
        values,
        words: said
          .replace(/^\s*[:：]\s*/u, '')
          .replace(/[\s|·•;；,，]+$/u, '')
          .trim(),
        box,
        sign:
          Math.max(0, labelSign(label)) +
          (hasColon && !endsInColon(label.text) ? 2 : 0) +
          (BOLD.test(label.tag) ? 0.5 : 0),
        make: `runs ${looksOf(box)}>${looksOf(label)}`,
      },
    ];
  });
  return pairs.length === labels.length ? pairs : [];
}

/** Signs between two of them. */
const BETWEEN = /^[\s|｜·•;；,，/]+|[\s|｜·•;；,，/]+$/gu;

/**
 * The other way round: labels in plain text and their values set off, `Customer no. <b>4471</b> | Branch <b>Harbour
 * Street</b>`. Half of the labels at least are known ones: any text has a word set off.
 */
export function valuesSetOff(box: Seen): Pair[] {
  const kids = box.kids.filter(({ icon, pressed }) => !icon && !pressed);
  if (kids.length < 4 || kids.length > MOST_KIDS || kids.length % 2 !== 0) return [];
  const pairs: Pair[] = [];
  let known = 0;
  for (let at = 0; at < kids.length; at += 2) {
    const [before, value] = [kids[at], kids[at + 1]];
    if (before?.tag !== '#text' || !value || !SET_OFF.test(value.tag) || !isPhrase(value)) return [];
    const label = before.text.replace(BETWEEN, '');
    if (!isLabelText(label) || isAction(label)) return [];
    if (isKnownLabel(label)) known += 1;
    pairs.push({
      label,
      labelAt: before,
      values: [value],
      box,
      sign: isKnownLabel(label) ? 3 : 1,
      make: `set off ${looksOf(box)}>${looksOf(value)}`,
    });
  }
  return known >= pairs.length / 2 ? pairs : [];
}

/** A piece set off from the text behind it, as labels are; not what is pressed. */
const isMarkedLabel = (kid: Seen, next: Seen | undefined): boolean =>
  MARKED.test(kid.tag) &&
  isLabelText(kid.text) &&
  !isAction(kid.text) &&
  next !== undefined &&
  (endsInColon(kid.text) ||
    (next.tag === '#text' && /^[:：]/u.test(next.text)) ||
    labelSign(kid) >= 1.5 ||
    BOLD.test(kid.tag));
