import * as z from 'zod/mini';

const days = z.int().check(z.gte(1), z.lte(3650));

/** Cadence by tier, class and standing, in days (§3); a client's own value comes before these. */
export const cadenceSettings = z.strictObject({
  A: days,
  B: days,
  C: days,
  D: days,
  prospect: days,
  atRisk: days,
});
export type CadenceSettings = z.infer<typeof cadenceSettings>;

export const settings = z.strictObject({
  /** The RM's time zone: days begin and end there. */
  zone: z.string().check(z.minLength(1), z.maxLength(64)),
  cadence: cadenceSettings,
  /** Opens the panel by itself on client pages. */
  autoOpen: z.boolean(),
  /** Most prompts shown for one client (§5). */
  promptsPerClient: z.int().check(z.gte(1), z.lte(10)),
  /** Rules that are switched off, by id. */
  rulesOff: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(100)),
  theme: z.enum(['system', 'light', 'dark']),
});
export type Settings = z.infer<typeof settings>;

/** Starting values (§3, §5); `zone` is the one the browser tells. */
export const defaultSettings = (zone: string): Settings => ({
  zone,
  cadence: { A: 30, B: 60, C: 90, D: 90, prospect: 14, atRisk: 15 },
  autoOpen: true,
  promptsPerClient: 3,
  rulesOff: [],
  theme: 'system',
});
