import { gather } from '../../gather';
import type { Caution } from '../action';
import type { Facts } from '../facts';
import { discretion } from './discretion';
import { older } from './older';
import { rightHour } from './rightHour';

const ALL_CAUTIONS = [discretion, older, rightHour];

/** What to mind in any contact with this client (rules 19 and 20, §11.3): neither answered nor switched off. */
export const cautionsOf = (facts: Facts): Caution[] =>
  gather(ALL_CAUTIONS, (caution) => {
    const found = caution(facts);
    return found === null ? [] : [found];
  });
