import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { ResponseOf } from '#contract/api.ts';
import { eventually } from '#tests/support/eventually.ts';
import { mixedPolicy } from '#tests/support/mixed-policy.ts';
import type { PersonClient } from '#tests/support/person-client.ts';
import { startDuologue, type Started } from '#tests/support/start-duologue.ts';

export let started: Started;
export let priya: PersonClient;
export let tomasz: PersonClient;
export let pairId = '';

interface GraphEvent {
  readonly id: string;
  readonly subject: string;
  readonly body: { readonly content: string };
  readonly onlineMeeting: { readonly joinUrl: string } | null;
  readonly sensitivity: string;
  readonly showAs: string;
  readonly attendees: readonly unknown[];
}

/** One house for a test file, with a pair whose policy knows several kinds of meetings. */
export function keepPairOfKinds(): void {
  beforeAll(async () => {
    started = await startDuologue({
      policy: await mixedPolicy('od3a', {
        out: ['performance-review'],
        career: ['induction', 'introductory-form'],
        ess: ['prepare'],
      }),
    });
    priya = await started.as('priya');
    tomasz = await started.as('tomasz');
    const home = await priya.call('home');
    pairId = home.people.find((one) => one.other.id === tomasz.personId)?.pairId ?? '';
  });
  afterAll(() => started.close());
}

type MeetingView = ResponseOf<'meeting'>;

export function read(person: PersonClient, meetingId: string): Promise<MeetingView> {
  return person.call('meeting', { params: { meetingId } });
}

/** Waits until nothing more is on its way to Outlook for this person's pair. */
export async function settled(person: PersonClient): Promise<ResponseOf<'pair'>> {
  return eventually(async () => {
    const pair = await person.call('pair', { params: { pairId } });
    return pair.deliveries.every(({ state }) => state !== 'promised') ? pair : null;
  });
}

/** What stands in somebody's calendar in the half year, by a filter of Graph's. */
export async function calendar(person: PersonClient, filter: string): Promise<GraphEvent[]> {
  const view = await person.graph(
    `/me/calendarView?startDateTime=2026-11-26T00:00:00Z&endDateTime=2027-05-30T00:00:00Z&$top=500&$filter=${encodeURIComponent(filter)}`,
  );
  return view['value'] as GraphEvent[];
}

/** Times both can make for a meeting of a kind. */
export async function timesFor(kind: 'induction' | 'performance-review' | 'follow-up') {
  const request = { kind, minutes: 60, from: '2026-11-27', days: 14, perDay: 2, near: null };
  return (await priya.call('findTimes', { params: { pairId }, request })).times;
}

export async function addItem(person: PersonClient, meetingId: string, title: string, urgent = false): Promise<string> {
  const id = randomUUID();
  const urgency = urgent ? ('urgent' as const) : ('normal' as const);
  const request = { id, title, note: null, topicId: null, kindId: 'work', urgency, minutes: 10 };
  await person.call('addItem', { params: { meetingId }, request });
  return id;
}

/** How many mails of a kind somebody received about a subject. */
export function received(kind: string, person: PersonClient, subject: string): number {
  return started.trial.microsoft365
    .ledger()
    .filter((entry) => entry.kind === kind && entry.mailbox === person.personId && entry.subject?.includes(subject))
    .length;
}
