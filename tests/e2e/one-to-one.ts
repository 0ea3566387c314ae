import { personClient } from '#tests/support/person-client.ts';
import type { Stage } from './duologue.ts';

interface GraphEvent {
  readonly id: string;
  readonly subject: string;
  readonly onlineMeeting: { readonly joinUrl: string };
}

/** The next one-to-one of two people: where it is found in Duologue, in either calendar, and in Teams. */
export interface OneToOne {
  readonly pairId: string;
  readonly meetingId: string;
  readonly chatId: string;
  /** The id of the occurrence in a person's own calendar, by key. */
  readonly eventId: Readonly<Record<string, string>>;
}

/** Looks up the next one-to-one of a manager and one of their reports, from what both calendars hold. */
export async function oneToOneOf(stage: Stage, manager: string, report: string): Promise<OneToOne> {
  const client = await personClient(stage.trial, stage.idOf(manager));
  const line = (await client.call('home')).people.find(({ other }) => other.id === stage.idOf(report));
  if (line?.next == null || line.series === null) throw new Error(`${manager} and ${report} have no one-to-one booked`);
  const day = line.next.start.slice(0, 10);
  const span = `startDateTime=${day}T00:00:00Z&endDateTime=${day}T23:59:59Z`;
  const events: Record<string, string> = {};
  let joinUrl = '';
  for (const key of [manager, report]) {
    const mine = await personClient(stage.trial, stage.idOf(key));
    const view = await mine.graph(`/me/calendarView?${span}&$filter=startswith(subject,'One-to-one: ')`);
    const all = view['value'] as GraphEvent[];
    const found = all.find(({ subject }) => subject.includes(line.other.givenName));
    if (found === undefined) throw new Error(`${key} has no such event on ${day}`);
    events[key] = found.id;
    joinUrl = found.onlineMeeting.joinUrl;
  }
  const answer = await fetch(
    `${stage.trial.microsoft365.origin}/_local/meeting?joinUrl=${encodeURIComponent(joinUrl)}`,
  );
  const { chatId } = (await answer.json()) as { chatId: string };
  return { pairId: line.pairId, meetingId: line.next.id, chatId, eventId: events };
}
