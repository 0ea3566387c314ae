import { z } from 'zod';

// Only what is used of Graph's answers. Objects may hold more; what is not said here is not relied on.

/** Graph's one error envelope. The message is left out on purpose: it may quote what somebody wrote. */
export const errorAnswer = z.object({ error: z.object({ code: z.string() }) });

/** A page of a collection. */
export function pageOf<T>(item: z.ZodType<T>): z.ZodType<{ value: T[]; '@odata.nextLink'?: string | undefined }> {
  return z.object({ value: z.array(item), '@odata.nextLink': z.string().optional() });
}

const text = z.string().nullish();
/** Text in which nothing and an empty line mean the same. */
const wording = text.transform((value) => (value === '' ? null : (value ?? null)));

export const userAnswer = z.object({
  id: z.string(),
  displayName: text,
  givenName: wording,
  mail: text,
  jobTitle: text,
  department: text,
  employeeId: text,
  employeeHireDate: text,
  onPremisesExtensionAttributes: z.record(z.string(), z.string().nullable()).nullish(),
});
export type UserAnswer = z.infer<typeof userAnswer>;

export const idAnswer = z.object({ id: z.string() });

export const accountAnswer = z.object({ id: z.string(), accountEnabled: z.boolean().nullish() });

const workingHours = z
  .object({
    daysOfWeek: z.array(z.string()).nullish(),
    startTime: text,
    endTime: text,
    timeZone: z.object({ name: text }).nullish(),
  })
  .nullish();

export const mailboxSettingsAnswer = z.object({ timeZone: text, workingHours });

/** Wall-clock time and the zone it is meant in. */
export const dateTimeAnswer = z.object({ dateTime: z.string(), timeZone: z.string() });
export type DateTimeAnswer = z.infer<typeof dateTimeAnswer>;

const freeBusy = z.enum(['unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere']).catch('unknown');
export type FreeBusyAnswer = z.infer<typeof freeBusy>;

const scheduleAnswer = z.object({
  scheduleId: z.string(),
  error: z.object({ responseCode: text }).nullish(),
  scheduleItems: z
    .array(
      z.object({
        status: freeBusy,
        start: dateTimeAnswer,
        end: dateTimeAnswer,
        subject: wording,
        isPrivate: z.boolean().nullish(),
      }),
    )
    .nullish(),
  workingHours,
});
export type ScheduleAnswer = z.infer<typeof scheduleAnswer>;
export const schedulesAnswer = z.object({ value: z.array(scheduleAnswer) });

export const viewedEventAnswer = z.object({
  subject: wording,
  start: dateTimeAnswer,
  end: dateTimeAnswer,
  showAs: freeBusy,
  isAllDay: z.boolean(),
  isCancelled: z.boolean(),
  sensitivity: text,
});
export type ViewedEventAnswer = z.infer<typeof viewedEventAnswer>;

export const recurrenceAnswer = z.object({
  pattern: z.object({
    type: z.string(),
    interval: z.number(),
    daysOfWeek: z.array(z.string()).nullish(),
    dayOfMonth: z.number().nullish(),
    index: text,
  }),
  range: z.object({
    type: z.string(),
    startDate: z.string(),
    endDate: text,
    recurrenceTimeZone: text,
    numberOfOccurrences: z.number().nullish(),
  }),
});
export type RecurrenceAnswer = z.infer<typeof recurrenceAnswer>;

export const seriesAnswer = z.object({
  id: z.string(),
  '@odata.etag': text,
  iCalUId: z.string(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: text }).nullish(),
  isCancelled: z.boolean().nullish(),
  recurrence: recurrenceAnswer.nullish(),
});
export type SeriesAnswer = z.infer<typeof seriesAnswer>;

export const seriesRangeAnswer = z.object({
  id: z.string(),
  start: dateTimeAnswer,
  originalStartTimeZone: text,
  isCancelled: z.boolean().nullish(),
  recurrence: recurrenceAnswer,
});

export const seriesSpanAnswer = seriesAnswer.extend({ start: dateTimeAnswer, end: dateTimeAnswer });

export const instanceAnswer = z.object({
  id: z.string(),
  start: dateTimeAnswer,
  end: dateTimeAnswer,
  originalStart: text,
  originalStartTimeZone: text,
  isCancelled: z.boolean().nullish(),
  type: text,
});
export type InstanceAnswer = z.infer<typeof instanceAnswer>;

export const eventAnswer = z.object({
  id: z.string(),
  start: dateTimeAnswer,
  end: dateTimeAnswer,
  originalStartTimeZone: text,
  isCancelled: z.boolean().nullish(),
  attendees: z.array(z.unknown()).nullish(),
});

export const bodyAnswer = z.object({
  body: z.object({ contentType: z.string(), content: z.string() }),
  onlineMeeting: z.object({ joinUrl: text }).nullish(),
  isCancelled: z.boolean().nullish(),
});

export const attachmentAnswer = z.object({ id: z.string(), name: text, size: z.number().nullish() });
export const attachmentContentAnswer = z.object({ contentBytes: text });

export const onlineMeetingAnswer = z.object({ chatInfo: z.object({ threadId: text }).nullish() });
export const installedAppAnswer = z.object({ id: z.string(), teamsApp: z.object({ id: z.string() }).nullish() });
