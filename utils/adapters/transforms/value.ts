import type { z } from 'zod/mini';
import type { fieldValue } from '@/utils/domain/schema/fieldValue';

/** A field's value before the schema has checked it: days and codes still plain text. */
export type Value = z.input<typeof fieldValue>;
