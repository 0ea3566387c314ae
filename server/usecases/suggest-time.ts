import { newsOf, type NewsFact } from '#core/following/news.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { Instant } from '#core/time-types.ts';
import { movedIn } from './change-meeting.ts';
import { keepNews } from './keep-news.ts';
import type { Needs } from './needs.ts';
import { packForEmployee } from './pack-for-employee.ts';
import { meetingForAct } from './pair-scope.ts';

interface SuggestedTime {
  readonly meetingId: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** Whether this is somebody's wish to have that meeting then. */
export function isWishFor(
  { kind, meetingId, to }: Pick<NewsFact, 'kind' | 'meetingId' | 'to'>,
  wanted: SuggestedTime,
): boolean {
  return kind === 'new-time-proposed' && meetingId === wanted.meetingId && to?.start === wanted.start;
}

/**
 * The employee suggests another time for a meeting; the supervisor, whose meeting it is in Outlook, takes it in one press, as a time
 * proposed in Outlook. The same wish again changes nothing.
 * @throws Refusal `only-employee`, and as moving it there would
 */
export async function suggestTime(
  needs: Pick<Needs, 'store' | 'clock' | 'ids' | 'policies'>,
  actor: Actor,
  input: SuggestedTime,
) {
  const packFor = await packForEmployee(needs, actor);
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await meetingForAct(tx, actor, input.meetingId, 'move');
    if (scope.role !== 'employee') throw new Refusal('only-employee');
    const { pair, meeting } = scope;
    const { start, end } = await movedIn(tx, needs, packFor, scope, { ...input, reason: null });
    const known = await tx.following.newsOf([pair.id]);
    if (known.some((one) => isWishFor(one, input) && !one.seenBySupervisor))
      return { seq: await tx.pairs.seq(pair.id) };
    const from = { start: meeting.start, end: meeting.end };
    const about = { pairId: pair.id, seriesId: meeting.seriesId };
    const wish = newsOf('new-time-proposed', { meetingId: meeting.id, by: 'attendee', from, to: { start, end } });
    await keepNews(tx, needs, about, [wish]);
    return { seq: await tx.changed(pair.id, 'time-suggested') };
  });
}
