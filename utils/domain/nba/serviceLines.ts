/** 私行, 财富, 金卡 as most banks draw them, in yuan; the settings or a policy name the bank's own. */
export const USUAL_LINES: readonly number[] = [6_000_000, 1_000_000, 200_000];
