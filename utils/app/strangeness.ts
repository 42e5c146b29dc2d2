import * as z from 'zod/mini';

/**
 * How strange the page in a tab is: `none` where an adapter knows its address, or its CRM is not connected;
 * `page` where an adapter knows the CRM but not this page, as of a list; `crm` where none knows either.
 */
export const strangeness = z.enum(['none', 'page', 'crm']);
export type Strangeness = z.infer<typeof strangeness>;
