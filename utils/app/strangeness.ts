import * as z from 'zod/mini';

/**
 * How strange the page in a tab is: `none` where an adapter knows its address, or its CRM is not connected;
 * `page` where an adapter knows the CRM but not this page, as of a list; `crm` where none knows either. Where the
 * page could be taught but for the bank: `banks` where its own adapter is for it, `ownOff` where it lets users have
 * none of their own.
 */
export const strangeness = z.enum(['none', 'page', 'crm', 'banks', 'ownOff']);
export type Strangeness = z.infer<typeof strangeness>;
