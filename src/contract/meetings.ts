import * as z from 'zod/mini';
import { actionView } from './actions.ts';
import { agendaItemView, jottingView, ownStandingItemView } from './agenda.ts';
import { measureView } from './measures.ts';
import { personView } from './people.ts';
import { askedView, findingView } from './policy.ts';
import { pointView } from './record.ts';
import { count, id, instant, localDate, reason } from './scalars.ts';
import { meetingKindView } from './single-meetings.ts';

export const meetingState = z.enum(['planned', 'open', 'closed', 'missed', 'cancelled']);

/** What Duologue has promised Outlook for this meeting, and how far that is. */
export const deliveryView = z.object({
  effectId: id,
  kind: z.enum([
    'create-series',
    'create-event',
    'move-event',
    'cancel-event',
    'move-occurrence',
    'cancel-occurrence',
    'install-panel',
    'publish-agenda',
    'send-summary',
    'change-series',
    'end-series',
  ]),
  state: z.enum(['promised', 'done', 'parked', 'withdrawn']),
  /** Why it waits for a person: worded by the client. */
  parkedFor: z.nullable(
    z.enum([
      'unconfirmed',
      'consent-needed',
      'sign-in-needed',
      'claims-needed',
      'application-refused',
      'outlook-forbidden',
      'outlook-missing',
      'outlook-refused',
      'tried-too-often',
    ]),
  ),
  actingId: z.string(),
  at: instant,
  claims: z.nullable(z.string()),
});
export type DeliveryView = z.infer<typeof deliveryView>;

/** That a meeting was passed over: by whom, and until when that can be taken back. */
export const skipView = z.object({ by: z.string(), undoUntil: instant });

/** That a meeting was called off in Outlook: by whom, where that is known. */
export const calledOffView = z.object({ by: z.nullable(z.string()) });

/** A meeting in a list. */
export const meetingLine = z.object({
  id,
  pairId: id,
  kind: meetingKindView,
  /** What the policy calls the kind; null: it has no name of its own for it. */
  kindTitle: z.nullable(z.string()),
  state: meetingState,
  originalDate: localDate,
  start: instant,
  end: instant,
  reason: z.nullable(z.string()),
  movedFrom: z.nullable(instant),
  skipped: z.nullable(skipView),
  calledOff: z.nullable(calledOffView),
  agenda: z.enum(['none', 'supervisor', 'employee', 'both']),
  itemCount: count,
  itemMinutes: count,
  /** Titles of what was discussed, for a closed meeting. */
  discussed: z.array(z.string()),
  actionCount: count,
  actionsDone: count,
  marks: z.array(z.string()),
});
export type MeetingLine = z.infer<typeof meetingLine>;

export const coverageView = z.object({
  topicId: z.string(),
  title: z.string(),
  prompts: z.array(z.string()),
  measures: z.boolean(),
  covered: z.boolean(),
  by: z.nullable(z.enum(['point', 'action', 'item', 'tick'])),
});

/** Everything one of the two sees of a meeting. Jottings are the reader's own. */
export const meetingResponse = z.object({
  meeting: z.object({
    id,
    pairId: id,
    kind: meetingKindView,
    kindTitle: z.nullable(z.string()),
    state: meetingState,
    originalDate: localDate,
    start: instant,
    end: instant,
    reason: z.nullable(z.string()),
    movedFrom: z.nullable(instant),
    skipped: z.nullable(skipView),
    calledOff: z.nullable(calledOffView),
    agendaVersion: count,
    agreedBySupervisor: z.boolean(),
    agreedByEmployee: z.boolean(),
    openedAt: z.nullable(instant),
    closedAt: z.nullable(instant),
    joinUrl: z.nullable(z.string()),
    eventId: z.nullable(z.string()),
  }),
  me: personView,
  other: personView,
  /** Am I the supervisor of this pair? */
  supervising: z.boolean(),
  /** Somebody else is asked to it too: what the two agree on stays in Duologue (OD3a-18). */
  isOfThree: z.boolean(),
  seq: count,
  now: instant,
  zone: z.string(),
  /** What stands on the agenda. */
  items: z.array(agendaItemView),
  /** What was adjourned, and where it went (OD3a-12). */
  adjourned: z.array(agendaItemView),
  jottings: z.array(jottingView),
  /** What the two put on every agenda to come. */
  standing: z.array(ownStandingItemView),
  /** Time the reader keeps free to prepare: for this meeting, and whether before each. */
  preparation: z.object({ block: z.nullable(z.object({ start: instant, end: instant })), each: z.boolean() }),
  points: z.array(pointView),
  /** Open when the meeting came, or settled in it: looked at first. */
  lastActions: z.array(actionView),
  /** Agreed in this meeting. */
  newActions: z.array(actionView),
  lastMeeting: z.nullable(z.object({ id, start: instant })),
  /** The next one-to-one. */
  nextMeeting: z.nullable(z.object({ id, start: instant, end: instant })),
  /** Follow-ups planned for later than this meeting. */
  followUps: z.array(z.object({ id, start: instant, end: instant })),
  coverage: z.object({ clause: z.nullable(z.string()), topics: z.array(coverageView) }),
  measures: z.array(measureView),
  cadence: z.nullable(findingView),
  summaryMail: z.object({ asked: z.boolean(), clause: z.nullable(z.string()) }),
  deliveries: z.array(deliveryView),
});
export type MeetingResponse = z.infer<typeof meetingResponse>;

/** Which meeting a screen inside a chat, a meeting or an appointment is about. Hints only: the answer is checked against the token. */
export const findMeetingRequest = z.strictObject({
  chatId: z.optional(z.string().check(z.maxLength(400))),
  eventId: z.optional(z.string().check(z.maxLength(600))),
  start: z.optional(instant),
});
export const findMeetingResponse = z.object({ meetingId: z.nullable(id), pairId: z.nullable(id) });

export const closeMeetingRequest = z.strictObject({ seq: count });
export const moveMeetingRequest = z.strictObject({ start: instant, end: instant, reason });
export const cancelMeetingRequest = z.strictObject({ reason });
export const missMeetingRequest = z.strictObject({ reason });
/** `words`: said to the other beside what Outlook tells them anyway. */
export const skipMeetingRequest = z.strictObject({ words: z.nullable(reason) });

/** What skipping a meeting would mean. */
export const skipAheadResponse = z.object({
  /** The one-to-one after it; null: none is booked. */
  next: z.nullable(z.object({ id, start: instant, end: instant })),
  /** Days from the one before to the one after; null: one of them is missing. */
  gapDays: z.nullable(count),
  asked: z.nullable(askedView),
  /** Whether what is asked is still kept to; null: nothing is asked, or nobody can say. */
  keeps: z.nullable(z.boolean()),
});
/** `again`: send although the first try could not be confirmed; the person has looked. */
export const retryDeliveryRequest = z.strictObject({ again: z.boolean() });

export const moveOptionsResponse = z.object({
  options: z.array(z.object({ start: instant, end: instant })),
  /** The days of the meetings before and after, which Outlook lets it neither reach nor pass; null: there is none. */
  previousOn: z.nullable(localDate),
  nextOn: z.nullable(localDate),
  /** How many days ahead the two agreed to organise, and the first day that keeps to it. */
  notice: z.nullable(z.object({ days: count, until: localDate, clause: z.string() })),
});
