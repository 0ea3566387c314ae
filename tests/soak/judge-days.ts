import type { ResponseOf } from '#contract/api.ts';
import { addDays, instantOf, localDateOf, localTimeOf } from '#core/time.ts';
import type { Instant } from '#core/time-types.ts';
import type { CalendarItem } from './outlook-view.ts';
import type { PlayedPair } from './played-pair.ts';
import type { Turn } from './turn.ts';

type PairView = ResponseOf<'pair'>;

/** Nothing of a pair's is left on days on which it does not meet, and nothing is put after its last day. */
export function leftOver({ pair, emptied }: Turn, coming: readonly CalendarItem[]): string[] {
  const { zone } = pair.manager;
  const own = emptied.filter((one) => one.pair === pair);
  const standing = coming.filter(({ start }) => {
    const day = localDateOf(start, zone);
    // A day at either end may be another day where the manager lives by now.
    return own.some(({ from, until }) => day > from && (until === null || day < until));
  });
  const { endsOn } = pair;
  const late =
    endsOn === null || pair.isStretched
      ? []
      : coming.filter(({ ruleDay, start }) => (ruleDay ?? '') > endsOn && localDateOf(start, zone) > endsOn);
  return [
    ...standing.map(({ start }) => `${pair.key}: ${start} still stands, and they do not meet then`),
    ...late.map(({ start }) => `${pair.key}: ${start} stands after the last day, ${endsOn ?? ''}`),
  ];
}

/** When the agenda of a meeting goes to Outlook by itself. */
function hourOf({ manager: { zone } }: PlayedPair, start: Instant, days: number): Instant {
  return instantOf(addDays(localDateOf(start, zone), -days), localTimeOf(start, zone), zone);
}

/** Whether it went there by what they had agreed before, when that still held. */
function wasShared(pair: PlayedPair, start: Instant): boolean {
  for (let { sharing } = pair; sharing?.before != null; sharing = sharing.before)
    if (hourOf(pair, start, sharing.before.days) <= sharing.since) return true;
  return false;
}

/**
 * Where the hour came since the pair was last judged, the occurrence says what stood on the agenda by then (C2). Meetings that were
 * moved meanwhile or shared before are left out: an agenda is shared once.
 */
export async function unshared(
  { pair, isReshaped }: Turn,
  view: PairView,
  coming: readonly CalendarItem[],
  now: Instant,
): Promise<string[]> {
  const { sharing, judgedAt, starts, everAgreed, said, manager } = pair;
  const planned = view.meetings.filter(
    ({ kind, state, start }) => kind === 'one-to-one' && state === 'planned' && start > now,
  );
  const before = new Map(starts);
  starts.clear();
  for (const { id, start } of planned) starts.set(id, start);
  pair.judgedAt = now;
  if (sharing === null || judgedAt === null || isReshaped || sharing.since >= judgedAt) return [];
  const lately = view.deliveries.filter(({ kind }) => kind === 'publish-agenda').slice(-3);
  const promised = ` (${lately.map(({ state, parkedFor, at }) => `${state} ${parkedFor ?? ''} ${at}`).join(', ')})`;
  const wrong: string[] = [];
  for (const line of planned) {
    const hour = hourOf(pair, line.start, sharing.days);
    if (
      before.get(line.id) !== line.start ||
      everAgreed.has(line.id) ||
      wasShared(pair, line.start) ||
      hour <= judgedAt ||
      hour > now
    )
      continue;
    const raised = said.filter((one) => one.kind === 'item' && one.meetingId === line.id && one.at <= judgedAt);
    const { items } = await manager.call('meeting', { params: { meetingId: line.id } });
    const still = raised.filter(({ text }) => items.some(({ title, state }) => title === text && state === 'open'));
    const item = coming.find(({ start }) => start === line.start);
    if (still.length === 0 || item === undefined) continue;
    const { body } = await manager.outlook('GET', `/me/events/${encodeURIComponent(item.id)}?$select=body`);
    const { content } = body['body'] as { readonly content: string };
    for (const { text } of still)
      if (!content.includes(text))
        wrong.push(
          `${pair.key}: the hour of ${line.originalDate}, ${hour}, came, and Outlook does not say “${text}”${promised}`,
        );
  }
  return wrong;
}
