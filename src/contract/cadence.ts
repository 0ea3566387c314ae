import * as z from 'zod/mini';
import { localDate } from './scalars.ts';

/** So many weeks, or so many months. */
export const interval = z.union([
  z.strictObject({ weeks: z.int().check(z.gte(1), z.lte(52)) }),
  z.strictObject({ months: z.int().check(z.gte(1), z.lte(12)) }),
]);
const term = z.strictObject({ title: z.string(), from: localDate, to: localDate });

/** How often a policy asks two people to meet, of any known kind. */
export const cadenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('interval'), every: interval }),
  z.strictObject({ kind: z.literal('window'), from: interval, to: interval }),
  z
    .strictObject({
      kind: z.literal('rolling'),
      count: z.int().check(z.gte(1), z.lte(60)),
      months: z.int().check(z.gte(1), z.lte(24)),
      evenly: z.boolean(),
    })
    .check(
      z.refine(({ count, months, evenly }) => !evenly || months % count === 0, {
        message: 'an even count divides its months: 12 in 12, 4 in 12, 6 in 12',
      }),
    ),
  z.strictObject({ kind: z.literal('term'), terms: z.readonly(z.array(term)) }),
]);
export type CadenceView = z.infer<typeof cadenceSchema>;
