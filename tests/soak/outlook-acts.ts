import { addDays, addMinutes, localDateOf, localTimeOf, minutesBetween, weekdayOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import { comingOf, type CalendarItem } from './outlook-view.ts';
import type { Turn } from './turn.ts';

interface Series {
  readonly id: string;
  readonly start: { readonly dateTime: string; readonly timeZone: string };
  readonly end: { readonly dateTime: string; readonly timeZone: string };
  readonly recurrence: {
    readonly pattern: Readonly<Record<string, unknown>>;
    readonly range: Readonly<Record<string, unknown>> & { readonly startDate: string; readonly endDate: string };
  };
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const soon = 70;

function utc(instant: Instant): { readonly dateTime: string; readonly timeZone: string } {
  return { dateTime: instant.slice(0, 19), timeZone: 'UTC' };
}

/** One of the coming occurrences as the organiser sees them; null: there is none. */
async function pick({ pair, now }: Turn): Promise<CalendarItem | null> {
  return pair.dice.one(await comingOf(pair, pair.manager, now, soon)) ?? null;
}

async function send(turn: Turn, method: string, path: string, body?: unknown): Promise<string> {
  const { status, body: answer } = await turn.pair.manager.outlook(method, path, body);
  if (status < 300) return '';
  return ` (Outlook said ${status} ${String((answer['error'] as { code?: string } | undefined)?.code)})`;
}

function pathOf(id: string): string {
  return `/me/events/${encodeURIComponent(id)}`;
}

async function put(turn: Turn, item: CalendarItem, start: Instant, end: Instant, verb: string): Promise<string> {
  const said = await send(turn, 'PATCH', pathOf(item.id), { start: utc(start), end: utc(end) });
  if (said === '' && item.ruleDay !== null)
    turn.meant.push({ ruleDay: item.ruleDay, masterId: item.masterId, start, end });
  return `${verb} ${item.ruleDay ?? ''} to ${start}–${end}${said}`;
}

/** Moves one occurrence by a few days or hours. */
export async function move(turn: Turn): Promise<string | null> {
  const item = await pick(turn);
  if (item === null) return null;
  const { dice } = turn.pair;
  const start = addMinutes(item.start, dice.between(-2, 3) * 1440 + dice.between(-4, 4) * 30);
  if (start <= turn.now || start === item.start) return null;
  return put(turn, item, start, addMinutes(start, minutesBetween(item.start, item.end)), 'moves');
}

export async function shorten(turn: Turn): Promise<string | null> {
  const item = await pick(turn);
  if (item === null) return null;
  const minutes = Math.max(15, minutesBetween(item.start, item.end) - 15);
  return put(turn, item, item.start, addMinutes(item.start, minutes), 'shortens');
}

async function cancelOne(turn: Turn, item: CalendarItem): Promise<string> {
  const said = turn.pair.dice.chance(50)
    ? await send(turn, 'POST', `${pathOf(item.id)}/cancel`, { comment: 'Something came up' })
    : await send(turn, 'DELETE', pathOf(item.id));
  if (said === '' && item.ruleDay !== null)
    turn.meant.push({ ruleDay: item.ruleDay, masterId: item.masterId, start: null, end: null });
  return `${item.ruleDay ?? ''}${said}`;
}

export async function cancel(turn: Turn): Promise<string | null> {
  const item = await pick(turn);
  return item === null ? null : `cancels ${await cancelOne(turn, item)}`;
}

export async function cancelSeveral(turn: Turn): Promise<string | null> {
  const items = (await comingOf(turn.pair, turn.pair.manager, turn.now, soon)).slice(0, turn.pair.dice.between(2, 3));
  if (items.length === 0) return null;
  const done: string[] = [];
  for (const item of items) done.push(await cancelOne(turn, item));
  return `cancels ${done.join(', ')}`;
}

/** The report answers one occurrence or the whole series, at times with another time. */
export async function answer(turn: Turn): Promise<string | null> {
  const { pair, now } = turn;
  const item = pair.dice.one(await comingOf(pair, pair.report, now, soon));
  if (item?.masterId == null) return null;
  const verdict = pair.dice.one(['accept', 'tentativelyAccept', 'decline'] as const) ?? 'accept';
  const start = addMinutes(item.start, 60);
  const proposes = verdict !== 'accept' && pair.dice.chance(40);
  const all = !proposes && pair.dice.chance(20);
  const { status } = await pair.report.outlook('POST', `${pathOf(all ? item.masterId : item.id)}/${verdict}`, {
    comment: 'From my calendar',
    sendResponse: true,
    ...(proposes ? { proposedNewTime: { start: utc(start), end: utc(addMinutes(item.end, 60)) } } : {}),
  });
  return `answers ${all ? 'the series' : (item.ruleDay ?? '')} with ${verdict}${proposes ? ' and another time' : ''} (${status})`;
}

/** Somebody else is brought in, by the manager or the report. */
export async function forward(turn: Turn): Promise<string | null> {
  const { pair, now } = turn;
  const by = pair.dice.one([pair.manager, pair.report]) ?? pair.manager;
  const item = pair.dice.one(await comingOf(pair, by, now, soon));
  if (item === undefined) return null;
  const to = [{ emailAddress: { name: 'Somebody else', address: turn.guest.mail } }];
  const { status } = await by.outlook('POST', `${pathOf(item.id)}/forward`, { ToRecipients: to, Comment: 'Join us' });
  return `forwards ${item.ruleDay ?? ''} (${status})`;
}

async function seriesOf(turn: Turn): Promise<Series | null> {
  const item = (await comingOf(turn.pair, turn.pair.manager, turn.now, 400))[0];
  if (item?.masterId == null) return null;
  const { status, body } = await turn.pair.manager.outlook('GET', pathOf(item.masterId));
  return status === 200 ? (body as unknown as Series) : null;
}

/** Takes the report out of the invitation, or brings them back. */
export async function changeAttendees(turn: Turn): Promise<string | null> {
  const series = await seriesOf(turn);
  if (series === null) return null;
  const { attendees } = series as unknown as { attendees: readonly { emailAddress: { address: string } }[] };
  const invited = attendees.some(({ emailAddress }) => emailAddress.address === turn.pair.report.mail);
  const next = invited ? [] : [{ type: 'required', emailAddress: { address: turn.pair.report.mail } }];
  return `${invited ? 'takes the report out' : 'brings the report back'}${await send(turn, 'PATCH', pathOf(series.id), { attendees: next })}`;
}

/** Takes the whole series to another hour, length or weekday, as a person does who edits the series. */
export async function moveAll(turn: Turn): Promise<string | null> {
  const series = await seriesOf(turn);
  if (series === null) return null;
  const { dice, manager } = turn.pair;
  const { pattern, range } = series.recurrence;
  const startInstant = `${series.start.dateTime.slice(0, 19)}.000Z`;
  const days = dice.chance(50) ? dice.between(-1, 1) : 0;
  const firstDay = addDays(localDateOf(startInstant, manager.zone), days);
  if (weekdayOf(firstDay) > 5) return null;
  const [from, to] = [`${String(dice.between(9, 16)).padStart(2, '0')}:30`, dice.chance(30) ? 45 : 30] as const;
  const local = (time: string): { dateTime: string; timeZone: string } => ({
    dateTime: `${firstDay}T${time}:00`,
    timeZone: manager.zone,
  });
  const end = addTime(from, to);
  const weekly = pattern['type'] === 'weekly';
  const said = await send(turn, 'PATCH', pathOf(series.id), {
    start: local(from),
    end: local(end),
    ...(days === 0 || !weekly
      ? {}
      : {
          recurrence: {
            pattern: { ...pattern, daysOfWeek: [weekdays[weekdayOf(firstDay) - 1]] },
            range: { ...range, startDate: firstDay },
          },
        }),
  });
  return `moves the series to ${firstDay} ${from}–${end}${said}`;
}

function addTime(time: string, minutes: number): string {
  const all = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

/** Cuts a series short, or lets it go on longer. */
export async function changeEnd(turn: Turn): Promise<string | null> {
  const series = await seriesOf(turn);
  if (series === null) return null;
  const { pattern, range } = series.recurrence;
  const endDate = turn.pair.dice.chance(50)
    ? addDays(localDateOf(turn.now, turn.pair.manager.zone), turn.pair.dice.between(10, 60))
    : addDays(range.endDate, turn.pair.dice.between(14, 60));
  const said = await send(turn, 'PATCH', pathOf(series.id), { recurrence: { pattern, range: { ...range, endDate } } });
  return `ends the series on ${endDate} instead of ${range.endDate}${said}`;
}

/** Makes it every so many weeks instead. */
export async function changeRhythm(turn: Turn): Promise<string | null> {
  const series = await seriesOf(turn);
  if (series?.recurrence.pattern['type'] !== 'weekly') return null;
  const { pattern, range } = series.recurrence;
  const interval = turn.pair.dice.between(1, 4);
  const said = await send(turn, 'PATCH', pathOf(series.id), {
    recurrence: { pattern: { ...pattern, interval }, range },
  });
  return `makes it every ${interval} weeks${said}`;
}

/** Deletes the series for everybody. */
export async function deleteSeries(turn: Turn): Promise<string | null> {
  const series = await seriesOf(turn);
  if (series === null) return null;
  const said = turn.pair.dice.chance(50)
    ? await send(turn, 'DELETE', pathOf(series.id))
    : await send(turn, 'POST', `${pathOf(series.id)}/cancel`, { comment: 'No longer' });
  return `deletes the series${said}`;
}

/** Makes a series by hand that looks like the one there was. */
export async function recreate(turn: Turn): Promise<string | null> {
  const { manager, report, subject, dice } = turn.pair;
  if ((await comingOf(turn.pair, manager, turn.now, 400)).length > 0) return null;
  const first = nextWeekday(addDays(localDateOf(turn.now, manager.zone), dice.between(2, 8)));
  const said = await send(turn, 'POST', '/me/events', {
    subject,
    start: { dateTime: `${first}T11:00:00`, timeZone: manager.zone },
    end: { dateTime: `${first}T11:30:00`, timeZone: manager.zone },
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    attendees: [{ type: 'required', emailAddress: { address: report.mail } }],
    recurrence: {
      pattern: { type: 'weekly', interval: 2, daysOfWeek: [weekdays[weekdayOf(first) - 1]], firstDayOfWeek: 'monday' },
      range: { type: 'endDate', startDate: first, endDate: addDays(first, 180) },
    },
  });
  return `makes a series by hand from ${first}${said}`;
}

function nextWeekday(date: string): string {
  return weekdayOf(date) > 5 ? addDays(date, 8 - weekdayOf(date)) : date;
}

/** Lives in another zone from now on; what stands in the calendar stays where it is. */
export async function changeZone(turn: Turn): Promise<string | null> {
  const timeZone = turn.pair.dice.one(['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Europe/Berlin']);
  const said = await send(turn, 'PATCH', '/me/mailboxSettings', { timeZone });
  return `lives in ${timeZone ?? ''}, where it is ${localTimeOf(turn.now, timeZone ?? 'UTC')}${said}`;
}
