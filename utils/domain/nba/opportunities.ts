import type { Opportunity } from '../schema/opportunity';

/** Open until it landed or was lost. */
export const isOpenOpportunity = ({ stage }: Opportunity): boolean => stage !== 'landed' && stage !== 'lost';
