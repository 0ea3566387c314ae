import * as z from 'zod/mini';
import { smartParts } from '#core/objectives/objective.ts';
import { personView } from './people.ts';
import { count, id, instant, line, localDate, reason, topicKey, words } from './scalars.ts';

const part = z.string().check(z.trim(), z.maxLength(2000));

/** How an objective is put; a part left empty has not been said yet. */
const objectiveWords = {
  title: line,
  specific: part,
  measured: part,
  achievable: part,
  relevant: part,
  dueOn: z.nullable(localDate),
};

const objectiveChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set') }),
  z.object({
    kind: z.literal('reworded'),
    was: z.object({
      title: z.optional(z.string()),
      specific: z.optional(z.string()),
      measured: z.optional(z.string()),
      achievable: z.optional(z.string()),
      relevant: z.optional(z.string()),
      dueOn: z.optional(z.nullable(localDate)),
    }),
  }),
  z.object({ kind: z.literal('progress'), text: z.string() }),
  z.object({ kind: z.literal('still-relevant') }),
  z.object({ kind: z.literal('carried'), from: z.nullable(localDate), to: localDate }),
  z.object({ kind: z.literal('reached'), early: z.boolean() }),
  z.object({ kind: z.literal('no-longer-relevant'), reason: z.string() }),
  z.object({ kind: z.literal('reopened') }),
]);

export const objectiveView = z.object({
  id,
  title: z.string(),
  specific: z.string(),
  measured: z.string(),
  achievable: z.string(),
  relevant: z.string(),
  dueOn: z.nullable(localDate),
  state: z.enum(['open', 'reached', 'reached-early', 'no-longer-relevant']),
  settledOn: z.nullable(localDate),
  reason: z.nullable(z.string()),
  /** The day the two last agreed that it still matters; at first the day it was set. */
  lookedAtOn: localDate,
  timesCarried: count,
  /** Its day has gone by while it is open. */
  late: z.boolean(),
  /** The two have met since they last asked whether it still matters. */
  asksRelevance: z.boolean(),
  /** What it has yet to say to be SMART. */
  missing: z.array(z.enum(smartParts)),
  /** A new one in its place stands on an agenda. */
  newAskedFor: z.boolean(),
  history: z.array(z.object({ at: instant, by: z.string(), change: objectiveChange })),
});
export type ObjectiveView = z.infer<typeof objectiveView>;

export const developmentNeedView = z.object({
  id,
  text: z.string(),
  wayId: z.nullable(z.string()),
  objectiveId: z.nullable(id),
  addedBy: z.string(),
  createdAt: instant,
  metOn: z.nullable(localDate),
});
export type DevelopmentNeedView = z.infer<typeof developmentNeedView>;

/** What the pair's employee works towards, open ones first, and wants to learn. */
export const objectivesResponse = z.object({
  pairId: id,
  seq: count,
  today: localDate,
  me: personView,
  other: personView,
  supervising: z.boolean(),
  objectives: z.array(objectiveView),
  needs: z.array(developmentNeedView),
});
export type ObjectivesResponse = z.infer<typeof objectivesResponse>;

export const addObjectiveRequest = z.strictObject({ id, ...objectiveWords });

/** Absent: stays. */
export const changeObjectiveRequest = z.strictObject({
  title: z.optional(line),
  specific: z.optional(part),
  measured: z.optional(part),
  achievable: z.optional(part),
  relevant: z.optional(part),
  dueOn: z.optional(z.nullable(localDate)),
});

/** What became of an objective. */
export const stepObjectiveRequest = z.strictObject({
  step: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('progress'), text: words }),
    z.strictObject({ kind: z.literal('still-relevant') }),
    z.strictObject({ kind: z.literal('carried'), to: localDate }),
    z.strictObject({ kind: z.literal('reached') }),
    z.strictObject({ kind: z.literal('no-longer-relevant'), reason }),
    z.strictObject({ kind: z.literal('reopened') }),
  ]),
});

/** Adds a development need, or changes one. */
export const saveNeedRequest = z.strictObject({
  id,
  text: line,
  wayId: z.nullable(topicKey),
  objectiveId: z.nullable(id),
  met: z.boolean(),
});
