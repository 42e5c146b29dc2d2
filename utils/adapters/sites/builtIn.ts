import type { Adapter } from '../schema';
import { bench } from './bench';
import { demoClassic } from './demoClassic';
import { demoCloud } from './demoCloud';
import { demoModern } from './demoModern';

/** Set by the build; tests have none. */
declare const __BENCH__: boolean | undefined;

/** The adapters that come with the product, in the order in which they are tried; measured is one alone. */
export const BUILT_IN: readonly Adapter[] =
  typeof __BENCH__ !== 'undefined' && __BENCH__ ? [bench] : [demoClassic, demoModern, demoCloud];
