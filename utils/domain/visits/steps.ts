/** 寒暄 → 信任 → 需求 → 产品 → 异议 → 成交 [V]; each has its words under `visits.step.<step>`. */
export const STEPS = ['smallTalk', 'trust', 'need', 'product', 'objection', 'closing'] as const;

/** A step with its hints, each a locale entry `visits.hint.<code>`. */
export interface Step {
  step: (typeof STEPS)[number];
  hints: readonly string[];
}

/** What the talk goes by. */
interface Ground {
  company: boolean;
  /** 65 or older: nothing is closed in a hurry (§11.3). */
  older: boolean;
  /** Something passed the gates. */
  mayOffer: boolean;
}

/**
 * The six steps with hints for one client. Where no product passed the gates, the step of the product
 * says so instead of how to offer one; with the old, the last step is to sleep on it.
 */
export const stepsFor = ({ company, older, mayOffer }: Ground): Step[] => [
  { step: 'smallTalk', hints: [company ? 'talkCompany' : 'talkPerson', 'talkLast'] },
  { step: 'trust', hints: ['trustPromise', 'trustCanDo'] },
  { step: 'need', hints: [company ? 'needCompany' : 'needPerson', 'needGaps'] },
  { step: 'product', hints: mayOffer ? ['productNeed', 'productRisk'] : ['productNone'] },
  { step: 'objection', hints: ['objectionHear', 'objectionFacts'] },
  { step: 'closing', hints: older ? ['closingOlder', 'closingStep'] : ['closingMarker', 'closingStep'] },
];
