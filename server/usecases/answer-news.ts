import { requireAct } from '#core/access/access.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { move } from './change-meeting.ts';
import type { Needs } from './needs.ts';
import { lockedPair } from './pair-scope.ts';

/** One of the two has read what happened. @throws Refusal `not-found` */
export async function seeNews(
  needs: Pick<Needs, 'store'>,
  actor: Actor,
  input: { readonly pairId: string; readonly newsIds: readonly string[] },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, role } = await lockedPair(tx, actor, input.pairId);
    if (role === 'other') throw new Refusal('not-found');
    const own = new Set((await tx.following.newsOf([pair.id])).map(({ id }) => id));
    const ids = input.newsIds.filter((id) => own.has(id));
    if (ids.length === 0) throw new Refusal('not-found');
    await tx.following.markSeen(ids, role);
    return { seq: await tx.changed(pair.id, 'news-seen') };
  });
}

/**
 * Takes the time the other asked for: the meeting goes there, here and in Outlook.
 * @throws Refusal `not-found`, `only-supervisor`, `proposal-overtaken` once the meeting went somewhere else, and as moving a meeting does
 */
export async function takeProposal(
  needs: Pick<Needs, 'store' | 'clock' | 'ids' | 'policies'>,
  actor: Actor,
  input: { readonly pairId: string; readonly newsId: string },
) {
  const { news, meeting } = await needs.store.asPerson(actor, async (tx) => {
    const { role } = await lockedPair(tx, actor, input.pairId);
    requireAct('schedule', role, null);
    const found = await tx.following.findNews(input.newsId);
    return { news: found, meeting: found?.meetingId == null ? null : await tx.meetings.find(found.meetingId) };
  });
  const { kind, meetingId, to } = news ?? {};
  if (news?.pairId !== input.pairId || kind !== 'new-time-proposed' || meetingId == null || to == null)
    throw new Refusal('not-found');
  const isThere = meeting?.start === to.start && meeting.end === to.end;
  if (!isThere && news.from !== null && meeting?.start !== news.from.start) throw new Refusal('proposal-overtaken');
  if (!isThere) await move(needs, actor, { meetingId, start: to.start, end: to.end, reason: null });
  return seeNews(needs, actor, { pairId: input.pairId, newsIds: [input.newsId] });
}
