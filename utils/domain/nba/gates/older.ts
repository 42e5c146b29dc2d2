import { isOlder } from '../age';
import type { Gate } from './gate';

/** §11.3: from 65 on, R4 and R5 are never prompted, whatever the client's level. */
export const older: Gate = {
  id: 'older',
  stops: ({ finding: { offers } }, facts) =>
    (offers?.risk === 'R4' || offers?.risk === 'R5') && isOlder(facts),
};
