// Five hex digits a year. First: 1 if the leap month has 30 days, else 29. Next three: one bit for each
// month from the first to the twelfth, set if it has 30 days. Last: the number of the leap month, 0 if none.
// As in chinese-days, but for 1996 and 2060: its months 6 and 8 of 1996 and 4 of 2060 do not begin on the
// day of the new moon (16 July, 13 September 1996; 30 April 2060, Beijing time), these do.
const TABLE =
  '04bd804ae00a570054d50d2600d95016554056a009ad0055d204ae00a5b60a4d00d2501d2550b5400d6a00ada2095b014977' +
  '049700a4b00b4b506a5006d401ab5402b6009570052f204970065660d4a00ea5006e9505ad002b60186e3092e01c8d70c950' +
  '0d4a01d8a60b550056a01a5b4025d0092d00d2b20a9500b55706ca00b5501535504da00a5b014573052b00a9a80e95006aa0' +
  '0aea60ab5004b600aae40a570052600f2630d95005b57056a0096d004dd504ad00a4d00d4d40d2500d5580b5400b6a0195a6' +
  '095b0049b00a9740a4b00b27a06a5006d400af460ab600957004af504970064b0074a30ea5006b5805ac00ab60096d5092e0' +
  '0c9600d9540d4a00da5007552056a00abb7025d0092d00cab50a9500b4a00baa40ad50055d904ba00a5b015176052b00a930' +
  '0795406aa00ad5005b5204b600a6e60a4e00d2600ea650d53005aa0076a3096d004afb04ad00a4d01d0b60d2500d5200dd45' +
  '0b5a0056d0055b2049b00a5770a4b00aa501b25506d200ada014b6309370049f804970064b0168a60ea5006b201a6c40aae0' +
  '092e00d2e30c9600d5570d4a00da5005d55056a00a6d0055d4052d00a9b80a9500b4a00b6a60ad50055a00aba40a5b0052b0' +
  '0b273069300733706aa00ad5014b5504b600a570054e40d1600e9680d5200daa016aa6056d004ae00a9d40a2d00d1500f252' +
  '0d520';

/** The lunar years this table covers. */
export const FIRST_LUNAR_YEAR = 1900;
export const LAST_LUNAR_YEAR = 2100;

const entryOf = (year: number) => {
  const at = (year - FIRST_LUNAR_YEAR) * 5;
  return Number.parseInt(TABLE.slice(at, at + 5), 16);
};

/** One month of a lunar year: its number, whether it is the leap month after it, and its 29 or 30 days. */
export interface LunarMonth {
  month: number;
  leap: boolean;
  days: number;
}

/** The 12 or 13 months of a lunar year in their order; empty outside the table. */
export function lunarMonths(year: number): LunarMonth[] {
  if (!Number.isInteger(year) || year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) return [];
  const entry = entryOf(year);
  const leapMonth = entry & 0xf;
  const months: LunarMonth[] = [];
  for (let month = 1; month <= 12; month++) {
    months.push({ month, leap: false, days: entry & (0x10000 >> month) ? 30 : 29 });
    if (month === leapMonth) months.push({ month, leap: true, days: entry & 0x10000 ? 30 : 29 });
  }
  return months;
}
