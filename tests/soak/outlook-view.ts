import { addDays, localDateOf } from '#core/time.ts';
import type { Instant, LocalDate } from '#core/time-types.ts';
import type { PlayedPair, Player } from './played-pair.ts';

/** One meeting in somebody's calendar as Outlook tells it. */
export interface CalendarItem {
  readonly id: string;
  readonly subject: string;
  /** Null: it is no part of a series. */
  readonly masterId: string | null;
  /** The day its rule gives; null with no series. */
  readonly ruleDay: LocalDate | null;
  readonly start: Instant;
  readonly end: Instant;
  readonly attendees: readonly string[];
  readonly body: string;
}

interface GraphItem {
  readonly id: string;
  readonly subject: string;
  readonly seriesMasterId: string | null;
  readonly originalStart?: string;
  readonly isCancelled: boolean;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly attendees: readonly { readonly emailAddress: { readonly address: string } }[];
  readonly body?: { readonly content: string };
}

const fields = 'id,subject,seriesMasterId,originalStart,isCancelled,start,end,attendees,type';

function instantOf(text: string): Instant {
  return `${text.slice(0, 19)}.000Z`;
}

/** What stands in somebody's calendar over a span, in order; cancelled copies left out. Rule days are those of the zone given. */
export async function calendarOf(
  player: Player,
  zone: string,
  from: LocalDate,
  days: number,
  more = '',
): Promise<CalendarItem[]> {
  const span = `startDateTime=${from}T00:00:00Z&endDateTime=${addDays(from, days)}T00:00:00Z`;
  const { status, body } = await player.outlook(
    'GET',
    `/me/calendarView?${span}&$top=1000&$orderby=start/dateTime&$select=${fields}${more}`,
  );
  if (status !== 200) throw new Error(`${player.key} cannot read the calendar: ${JSON.stringify(body)}`);
  return (body['value'] as GraphItem[])
    .filter(({ isCancelled }) => !isCancelled)
    .map((item) => ({
      id: item.id,
      subject: item.subject,
      masterId: item.seriesMasterId,
      ruleDay: item.originalStart === undefined ? null : localDateOf(instantOf(item.originalStart), zone),
      start: instantOf(item.start.dateTime),
      end: instantOf(item.end.dateTime),
      attendees: item.attendees.map(({ emailAddress }) => emailAddress.address),
      body: item.body?.content ?? '',
    }));
}

/** What is to come of a pair's series in one of their calendars. */
export async function comingOf(pair: PlayedPair, player: Player, now: Instant, days: number): Promise<CalendarItem[]> {
  const items = await calendarOf(player, pair.manager.zone, now.slice(0, 10), days);
  return items.filter(({ subject, masterId, start }) => subject === pair.subject && masterId !== null && start > now);
}
