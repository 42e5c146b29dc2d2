/*
 * Apart from the fields themselves: who only shows what a sheet is need not load all the words it is known by.
 */

/**
 * What a sheet may be: the client list, the contact calendar, the asset review and the insurance table of the method
 * [R], a list of contacts, a list of a client's people.
 */
export const SHEET_KINDS = ['clients', 'contacts', 'calendar', 'holdings', 'policies', 'relations'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** What a column that is no field of ours is kept as, under its own heading; of client lists alone. */
export const OWN_FIELD = 'own';
