import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { pointMarks } from '#core/record/point.ts';

const side = z.enum(['manager', 'report']);

const held = z.strictObject({
  items: z.array(z.strictObject({ title: z.string(), by: side, topic: z.string(), minutes: z.int() })),
  points: z.array(
    z.strictObject({ by: side, text: z.string(), topic: z.string(), mark: z.enum(pointMarks).nullable() }),
  ),
  actions: z.array(
    z.strictObject({
      text: z.string(),
      owner: side,
      dueInDays: z.int(),
      state: z.enum(['open', 'done', 'dropped']),
      settledInDays: z.int().optional(),
      reason: z.string().optional(),
    }),
  ),
  cover: z.array(z.string()),
});

const missed = z.strictObject({ missed: z.string() });

const seriesHistory = z.strictObject({
  pause: z.strictObject({ reason: z.string() }).optional(),
  /** Latest first. */
  meetings: z.array(z.union([held, missed])),
  /** What stands on the next meeting's agenda beside the standing items. */
  agenda: z.array(
    z.strictObject({ by: side, title: z.string(), minutes: z.int(), urgent: z.boolean(), topic: z.string() }),
  ),
  jottings: z.array(z.strictObject({ by: side, text: z.string() })),
  measures: z.array(
    z.strictObject({
      name: z.string(),
      unit: z.string(),
      target: z.number(),
      better: z.enum(['higher', 'lower']),
      /** One a month, oldest first; the last one is this month's. */
      readings: z.array(z.number()),
    }),
  ),
});

const historySchema = z.strictObject({ series: z.record(z.string(), seriesHistory), usual: z.array(held) });

/** What the people of the invented organisation have said and agreed before, so that nothing looks empty. */
export type History = z.infer<typeof historySchema>;
export type SeriesHistory = z.infer<typeof seriesHistory>;
export type HeldMeeting = z.infer<typeof held>;

const demoHistory = new URL('../../../policies/demo-history.json', import.meta.url);

/** Reads and checks the demo's history. @throws when the file does not fit, naming each field */
export function loadHistory(path: string | URL = demoHistory): History {
  const parsed = historySchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success)
    throw new Error(`The history in ${String(path)} does not fit:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
