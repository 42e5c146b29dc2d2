import * as z from 'zod/mini';

/** Who says so [W][R]: confirmed by the client, seen in the CRM, or the RM's guess. */
export const FACT_SOURCES = ['client', 'crm', 'guess'] as const;
export const factSource = z.enum(FACT_SOURCES);
export type FactSource = z.infer<typeof factSource>;

/** Where a guess is not enough: consents, and what opens the wall between relatives (§9, §11.7). */
export const SURE_SOURCES = ['client', 'crm'] as const;
export const sureSource = z.enum(SURE_SOURCES);
