import * as z from 'zod/mini';

/** Something a meeting should touch on. */
export const topicSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  prompts: z.readonly(z.array(z.string())),
  measures: z.optional(z.boolean()),
});
