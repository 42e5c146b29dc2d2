import type { Encoding } from './table';

/*
 * Bytes of a text file as text. What encoding it is in no file says; it is found by what the bytes allow and by
 * what the text then looks like, told to the user, and his to change.
 */

/** A file's text, and how it was read. */
export interface Decoded {
  text: string;
  encoding: Encoding;
  /** Signs that could not be read and stand as U+FFFD: a wrong encoding shows by them. */
  unreadable: number;
}

/** So many bytes tell the encoding. */
const LOOK = 256 * 1024;

const REPLACEMENT = /\ufffd/gu;

/** Characters that every list of clients holds, in simplified and in traditional writing. */
const EVERYDAY = new Set(
  '的一是在不了有和人这这為为中大上个個国國我以要他时時来來用们們生到作地于出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么利比或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系军軍很情者最立代想已通并提直题題党黨程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据據处處理金银銀行户戶客姓名手机機电電话話号號码碼生日地址余額额存款保险險到期联聯系繫记記录錄备備注註类類型等级風风险',
);

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Text as the encoding says, its byte order mark and what is no character taken out. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const raw = new TextDecoder(encoding).decode(bytes);
  const unreadable = raw.match(REPLACEMENT)?.length ?? 0;
  return { text: raw.replaceAll('\0', ''), encoding, unreadable };
}

/**
 * Whether the bytes are UTF-8: a few that are broken, or a last character that was cut off, do not make another
 * encoding of it, for in none other would so many be whole by chance.
 */
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(REPLACEMENT)?.length ?? 0;
  if (broken === 0) return true;
  const whole = (text.match(/[^\0-\x7f]/gu)?.length ?? 0) - broken;
  return whole > 2 * broken;
}

/** The order of UTF-16 without a mark: figures and Latin letters have a zero in every second byte. */
function wideOrder(bytes: Uint8Array): Encoding | null {
  let [even, odd] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const some = bytes.length / 50;
  if (odd > some && odd > 8 * even) return 'utf-16le';
  return even > some && even > 8 * odd ? 'utf-16be' : null;
}

/** How much a text looks like one: everyday characters count for it, unreadable and private ones against it. */
function likeness(text: string): number {
  let [sum, all] = [0, 0];
  for (const sign of text.slice(0, 20_000)) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    all += 1;
    if (EVERYDAY.has(sign)) sum += 1;
    else if (code === 0xfffd || (code >= 0xe000 && code < 0xf900)) sum -= 2;
  }
  return all === 0 ? 0 : sum / all;
}

/** The encoding the bytes seem to be in. Never throws; what cannot be told is UTF-8. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return marked[0];
  const sample = bytes.subarray(0, LOOK);
  const wide = wideOrder(sample);
  if (wide) return wide;
  if (isUtf8(sample)) return 'utf-8';
  const [mainland, taiwan] = (['gb18030', 'big5'] as const).map((each) =>
    likeness(new TextDecoder(each).decode(sample)),
  );
  return (taiwan ?? 0) > (mainland ?? 0) ? 'big5' : 'gb18030';
}
