import * as z from 'zod/mini';
import { id, line, localDate } from './scalars.ts';

const figure = z.number().check(z.gte(-1e9), z.lte(1e9));

export const measureView = z.object({
  id,
  name: z.string(),
  unit: z.string(),
  target: z.number(),
  better: z.enum(['higher', 'lower']),
  readings: z.array(z.object({ on: localDate, value: z.number() })),
  trend: z.nullable(
    z.object({
      first: z.number(),
      last: z.number(),
      change: z.number(),
      direction: z.enum(['up', 'down', 'steady']),
      reached: z.boolean(),
    }),
  ),
});
export type MeasureView = z.infer<typeof measureView>;

export const saveMeasureRequest = z.strictObject({
  id,
  name: line,
  unit: z.string().check(z.trim(), z.maxLength(20)),
  target: figure,
  better: z.enum(['higher', 'lower']),
});
export const addReadingRequest = z.strictObject({ on: localDate, value: figure });
