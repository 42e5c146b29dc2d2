import type { Facts } from '../facts';
import type { Finding, Rule } from '../rule';

/**
 * A gate (§11): comes before every rule, and no answer, setting or weight opens it. Named in the locale
 * as `gate.<id>`.
 */
export interface Gate {
  id: string;
  /** Whether the prompt must stay away; `finding.aim` where it has one, else the rule's. */
  stops(prompt: { rule: Rule; finding: Finding; aim: Rule['aim'] }, facts: Facts): boolean;
}
