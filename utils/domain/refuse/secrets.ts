import { fold, type Span, spansOf } from './fold';

/** What may stand between the name of a secret and the secret. */
const IS = String.raw`[\s\u3000]*(?:(?:[:=→>\-—]|是|为|為|就是|is|was|改成|改为|改為|设为|設為)[\s\u3000]*){1,2}["'“”‘’「『(（【\[]*`;
const OR_NOTHING = String.raw`[\s\u3000]*(?:(?:[:=→>\-—]|是|为|為|就是|is|was)[\s\u3000]*){0,2}["'“”‘’「『(（【\[]*`;

/** A value: what is typed on a keyboard in one go, without the comma or stop behind it. */
const VALUE = '([a-z0-9!@#$%^&*_+=./~-]{3,63}[a-z0-9!@#$%^&*_+=~])';

const PASSWORD =
  '(?:密码|密碼|口令|通行碼|通行码|pin码|pin碼|passwords?|passwd|passcode|passphrase|pwd|\\bpin(?: code| number)?|\\bpw)';
const PASSWORD_SET = new RegExp(`${PASSWORD}${IS}${VALUE}`, 'g');
/** Without a word between them only what has digits in it, and stands alone. */
const PASSWORD_BESIDE = new RegExp(`${PASSWORD}[\\s\\u3000]*(?=[!-~]*\\d)${VALUE}`, 'g');

/** Words that follow "password:" and are none. */
const NO_PASSWORD =
  /^(?:forgot(?:ten)?|lost|reset\w*|changed?|expired?|wrong|unknown|locked|blocked|invalid|incorrect|updated?|required|missing|known|safe|strong|weak|not|the|too|still|only|also|being|been|with|that|this|when|under|never|again|correct|stored|sent|set|n\/a|none|pending|done)\b/;
/** A day, an hour, stars in its place: said of a password, not one. */
const NO_VALUE = /^(?:(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}:\d\d|\*+|x+|[.=_~-]+)$/;
/** What counts something, behind a number. */
const COUNTED = /^[\s\u3000]*[元万萬亿億%年月天次位个個]/;
const TELEPHONE = /^(?:\+?86)?1[3-9]\d{9}$/;

const CARD_CODE =
  '(?:cvv2?|cvc2?|cvn2?|cid码|安全码|安全碼|末三码|末三碼|後三碼|后三码|后三位|後三位|(?:卡背|背面)[^\\d\\n]{0,6}(?:三|3)(?:位|码|碼)(?:数字|數字)?|security code|card verification (?:code|value|number))';
const CVV = new RegExp(`${CARD_CODE}(?:码|碼)?${OR_NOTHING}(\\d{3,4})(?!\\d|[元万萬亿億%年月天号號])`, 'g');

const ONE_TIME =
  '(?:验证码|驗證碼|动态码|動態碼|动态口令|動態密碼|动态密码|校验码|校驗碼|短信码|簡訊碼|一次性密码|一次性密碼|\\botp\\b|one[- ]?time (?:code|password|passcode|pin)|verification code|auth(?:entication|orization)? code|sms code)';
const CODE = '(\\d{4,8})(?!\\d|[元万萬亿億%年月天])';
const CODE_BEHIND = new RegExp(`${ONE_TIME}(?:收到了?|发来了?|發來了?)?${OR_NOTHING}${CODE}`, 'g');
const CODE_BEFORE = new RegExp(
  `(?<!\\d)(\\d{4,8})[\\s\\u3000]*(?:[(（【\\[]|(?:是|为|為|is)[\\s\\u3000]*(?:您的|你的|我的|他的|她的|客户的|客戶的|your|the|my|his|her)?[^\\d\\s，。,.]{0,6}[\\s\\u3000]*)${ONE_TIME}`,
  'g',
);

const without = (text: string, spans: readonly Span[], pattern: RegExp): Span[] =>
  spans.filter(({ at, end }) => !pattern.test(text.slice(at, end)));

/** Letters alone are a password only where a colon says so, and where they are no word about it. */
function saysOne(text: string, { at, end }: Span): boolean {
  const value = text.slice(at, end);
  if (NO_PASSWORD.test(value)) return false;
  return /\d/.test(value) || (value.length >= 6 && /[:=]["'“‘「『\s]*$/.test(text.slice(0, at)));
}

/** Where passwords and PINs stand in a text, each with a word before it that says so. */
export function passwordsIn(text: string): Span[] {
  const folded = fold(text);
  const set = spansOf(folded, PASSWORD_SET).filter((span) => saysOne(folded, span));
  const beside = without(folded, spansOf(folded, PASSWORD_BESIDE), TELEPHONE);
  return without(folded, [...set, ...beside], NO_VALUE).filter(({ end }) => !COUNTED.test(folded.slice(end)));
}

/** Where the check numbers of cards (CVV, CVC, 安全码) stand. */
export const cardCodesIn = (text: string): Span[] => spansOf(fold(text), CVV);

/** Where one-time codes stand, before or behind the word for them. */
export function oneTimeCodesIn(text: string): Span[] {
  const folded = fold(text);
  return [...spansOf(folded, CODE_BEHIND), ...spansOf(folded, CODE_BEFORE)];
}
