/** The letters of the forbidden words as Taiwan writes them, and the same in simplified form, one for one. */
const TRADITIONAL =
  '證獲穩賺賠風險漲樣預報內額後機會錯過沒並無損虧剛兌產說稱傳視為當謂種屬於絕業績較準來現個點進筆錢儲單萬紅終壽優諾禁贏從給擔證買幾壓餘剩渠門檻聽';
const SIMPLIFIED =
  '证获稳赚赔风险涨样预报内额后机会错过没并无损亏刚兑产说称传视为当谓种属于绝业绩较准来现个点进笔钱储单万红终寿优诺禁赢从给担证买几压余剩渠门槛听';

const SIMPLE: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((letter, at) => [letter, [...SIMPLIFIED][at] ?? letter]),
);

/** A text as it is compared: half-width, small letters, simplified. Letter for letter, so that places stay. */
export const plain = (text: string): string =>
  [...text]
    .map((letter) => {
      const half = letter.normalize('NFKC').toLowerCase();
      return SIMPLE.get(letter) ?? (half.length === letter.length ? half : letter);
    })
    .join('');

/** What stands in quotation marks after 客户原话. */
const QUOTED = /客户原话\s*[:：]?\s*[「『“"]([^」』”"]*)[」』”"]/gu;

/** Blanks out what is marked as the client's own words; the places of all else stay. */
export const withoutQuotes = (text: string): string =>
  text.replace(QUOTED, (quote) => ' '.repeat(quote.length));
