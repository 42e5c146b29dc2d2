import { say } from '../../words';
import type { Caution } from '../action';
import { ageOf, isOlder } from '../age';
import type { Facts } from '../facts';

/** §11.3: 65 or older: no R4 and R5, no hurry to close, and fraud is asked about before money leaves. */
export function older(facts: Facts): Caution | null {
  return isOlder(facts) ? { id: 'older', why: [say('caution.older.why', ageOf(facts) ?? 0)] } : null;
}
