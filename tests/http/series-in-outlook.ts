import { randomUUID } from 'node:crypto';
import type { ResponseOf } from '#contract/api.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import type { Started } from '#tests/support/start-duologue.ts';

interface GraphEvent {
  readonly seriesMasterId: string | null;
  readonly start: { readonly dateTime: string };
  readonly body: { readonly content: string };
  readonly onlineMeeting: { readonly joinUrl: string } | null;
}

export type Meetings = ResponseOf<'pair'>['meetings'];

/** What stands in somebody's calendar under a subject, by start. */
export async function calendar(person: PersonClient, subject: string): Promise<GraphEvent[]> {
  const view = await person.graph(
    `/me/calendarView?startDateTime=2026-11-20T00:00:00Z&endDateTime=2028-03-30T00:00:00Z&$top=500&$orderby=start/dateTime&$filter=${encodeURIComponent(`contains(subject, '${subject}') and isCancelled eq false`)}`,
  );
  return view['value'] as GraphEvent[];
}

export function startsOf(events: readonly GraphEvent[]): string[] {
  return events.map(({ start }) => `${start.dateTime.slice(0, 16)}:00.000Z`);
}

/** The planned ones, by start. */
export function planned(meetings: Meetings): Meetings {
  return meetings.filter(({ state }) => state === 'planned').toReversed();
}

interface Looking {
  readonly started: Started;
  readonly priya: PersonClient;
  readonly yusuf: PersonClient;
  readonly pairId: string;
}

/** Looks at and changes the one-to-ones of a pair whose names are known once a test file has started. */
export function lookedAtBy(looking: () => Looking) {
  return {
    /** Waits until nothing more is on its way to Outlook for a pair. */
    settled: (person?: PersonClient, of?: string): Promise<ResponseOf<'pair'>> =>
      eventually(async () => {
        const { priya, pairId } = looking();
        const pair = await (person ?? priya).call('pair', { params: { pairId: of ?? pairId } });
        return pair.deliveries.every(({ state }) => state !== 'promised') ? pair : null;
      }),
    /** How many mails of a kind somebody received about a series. */
    mails: (kind: string, person: PersonClient, subject: string): number =>
      looking()
        .started.trial.microsoft365.ledger()
        .filter((entry) => entry.kind === kind && entry.mailbox === person.personId && entry.subject?.includes(subject))
        .length,
    addItem: async (person: PersonClient, meetingId: string, title: string): Promise<void> => {
      const request = { id: randomUUID(), title, note: null, topicId: null, urgency: 'normal', minutes: 10 } as const;
      await person.call('addItem', { params: { meetingId }, request });
    },
    agree: async (meetingId: string): Promise<void> => {
      const { priya, yusuf } = looking();
      const { meeting } = await priya.call('meeting', { params: { meetingId } });
      const request = { agendaVersion: meeting.agendaVersion };
      for (const person of [yusuf, priya]) await person.call('agreeAgenda', { params: { meetingId }, request });
    },
  };
}
