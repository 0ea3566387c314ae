import { z } from 'zod';

/** One rate of Microsoft 365 and how it is counted. */
export interface RateRule {
  id: string;
  words: string;
  counts: 'requests' | 'bytes' | 'units';
  /** Counted by itself for each of these. */
  per: 'app' | 'app and mailbox' | 'app and tenant';
  most: number;
  windowMs: number;
  source: string;
  sure: 'documented' | 'reported' | 'chosen';
}

const THROTTLING = 'Microsoft Graph service-specific throttling limits';

/** The rates that are watched, as Microsoft publishes them. */
export const rateRules = [
  {
    id: 'all-requests',
    words: 'All requests of an application',
    counts: 'requests',
    per: 'app',
    most: 130_000,
    windowMs: 10_000,
    source: THROTTLING,
    sure: 'documented',
  },
  {
    id: 'mailbox-requests',
    words: 'Requests to one mailbox',
    counts: 'requests',
    per: 'app and mailbox',
    most: 10_000,
    windowMs: 600_000,
    source: THROTTLING,
    sure: 'documented',
  },
  {
    id: 'mailbox-upload',
    words: 'Upload to one mailbox',
    counts: 'bytes',
    per: 'app and mailbox',
    most: 150 * 1024 * 1024,
    windowMs: 300_000,
    source: THROTTLING,
    sure: 'documented',
  },
  {
    id: 'directory',
    words: 'Reading the directory, in resource units of a small tenant',
    counts: 'units',
    per: 'app and tenant',
    most: 3_500,
    windowMs: 10_000,
    source: THROTTLING,
    sure: 'documented',
  },
  {
    id: 'teams-installs',
    words: 'Installing apps and tabs in chats',
    counts: 'requests',
    per: 'app and tenant',
    most: 30,
    windowMs: 1_000,
    source: THROTTLING,
    sure: 'documented',
  },
  {
    id: 'teams-other',
    words: 'Other calls about chats, and the catalog',
    counts: 'requests',
    per: 'app and tenant',
    most: 30,
    windowMs: 1_000,
    source: THROTTLING,
    sure: 'documented',
  },
  {
    id: 'chat-messages',
    words: 'Reading messages of chats',
    counts: 'requests',
    per: 'app and tenant',
    most: 20,
    windowMs: 1_000,
    source: THROTTLING,
    sure: 'documented',
  },
  {
    id: 'activity-notifications',
    words: 'Notifications in the activity feed',
    counts: 'requests',
    per: 'app and tenant',
    most: 5,
    windowMs: 1_000,
    source: THROTTLING,
    sure: 'documented',
  },
] as const satisfies readonly RateRule[];

export type RateId = (typeof rateRules)[number]['id'];

const rate = z.strictObject({ on: z.boolean(), most: z.int().min(0), windowMs: z.int().positive() }).partial();

/** What of the limits may be changed, as `POST /_local/limits` takes it; what is left out stays. */
export const limitChange = z
  .strictObject({
    /** Whether anything is refused for being too much. */
    on: z.boolean(),
    concurrency: z
      .strictObject({
        on: z.boolean(),
        most: z.int().positive(),
        /** Four at once for each application and mailbox, or four for an application whichever mailboxes it asks. */
        reading: z.enum(['mailbox', 'application']),
      })
      .partial(),
    /** Whether a batch sends four at a time to Outlook, or all at once so that some are refused. */
    batch: z.enum(['paced', 'at-once']),
    /** How long each request takes at least, so that requests meet as they do in Microsoft's data centres. */
    latencyMs: z.int().min(0).max(60_000),
    retryAfter: z.enum(['seconds', 'date', 'missing']),
    /** The longest request that is taken, in bytes. */
    requestBytes: z.int().positive(),
    rates: z.strictObject(
      Object.fromEntries(rateRules.map(({ id }) => [id, rate.optional()])) as Record<
        RateId,
        z.ZodOptional<typeof rate>
      >,
    ),
  })
  .partial();

export type LimitChange = z.infer<typeof limitChange>;

export interface LimitSettings {
  on: boolean;
  concurrency: { on: boolean; most: number; reading: 'mailbox' | 'application' };
  batch: 'paced' | 'at-once';
  latencyMs: number;
  retryAfter: 'seconds' | 'date' | 'missing';
  requestBytes: number;
  rates: Record<RateId, { on: boolean; most: number; windowMs: number }>;
}

/** What is in force when nothing was said: everything Microsoft publishes, and no added time. */
export function defaultLimits(): LimitSettings {
  return {
    on: true,
    concurrency: { on: true, most: 4, reading: 'mailbox' },
    batch: 'paced',
    latencyMs: 0,
    retryAfter: 'seconds',
    requestBytes: 4 * 1024 * 1024,
    rates: Object.fromEntries(
      rateRules.map(({ id, most, windowMs }) => [id, { on: true, most, windowMs }]),
    ) as LimitSettings['rates'],
  };
}

/** The settings with a change laid over them. */
export function changedLimits(before: LimitSettings, change: LimitChange): LimitSettings {
  const { concurrency, rates, ...rest } = change;
  return {
    ...before,
    ...present(rest),
    concurrency: { ...before.concurrency, ...present(concurrency ?? {}) },
    rates: Object.fromEntries(
      rateRules.map(({ id }) => [id, { ...before.rates[id], ...present(rates?.[id] ?? {}) }]),
    ) as LimitSettings['rates'],
  };
}

function present<Given extends object>(given: Given): { [Key in keyof Given]?: Exclude<Given[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Given]?: Exclude<Given[Key], undefined>;
  };
}
