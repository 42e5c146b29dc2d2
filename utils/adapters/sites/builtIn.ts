import type { Adapter } from '../schema';
import { bench } from './bench';
import { demoClassic } from './demoClassic';
import { demoCloud } from './demoCloud';
import { demoModern } from './demoModern';
import { dynamics365 } from './dynamics365';
import { espocrm } from './espocrm';
import { hubspot } from './hubspot';
import { odoo } from './odoo';
import { salesforce } from './salesforce';
import { twenty } from './twenty';
import { wukong } from './wukong';
import { yudao } from './yudao';
import { zoho } from './zoho';

/** Set by the build; tests have none. */
declare const __BENCH__: boolean | undefined;

/** Those for the demo bank's front ends. */
const DEMO: readonly Adapter[] = [demoClassic, demoModern, demoCloud];

/** Those for products that banks use. */
const READY: readonly Adapter[] = [
  salesforce,
  dynamics365,
  hubspot,
  zoho,
  espocrm,
  odoo,
  twenty,
  wukong,
  yudao,
];

/** The adapters that come with the product; measured is one alone. */
export const BUILT_IN: readonly Adapter[] =
  typeof __BENCH__ !== 'undefined' && __BENCH__ ? [bench] : [...DEMO, ...READY];
