/*
 * How much one page may give, counted where it is read. The same figures stand in the schemas of the
 * domain, which the reader cannot import (they bring Zod with them); a test holds the two together.
 */

/** An adapter as text, in characters. */
export const MAX_ADAPTER_SIZE = 256 * 1024;

export const MAX_FIELD_TEXT = 2000;
export const MAX_NAME = 200;
export const MAX_LABEL = 100;
export const MAX_FIELDS = 200;
export const MAX_CONTACTS = 200;
export const MAX_CONTACT_TEXT = 2000;
export const MAX_BY = 100;
export const MAX_PHONE = 64;
export const MAX_RECORD_ID = 128;
