import type { Actor } from '#core/people/person.ts';
import type { PointMark } from '#core/record/point.ts';
import { addDays, instantOf, localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Needs } from './needs.ts';
import { knownPeople, pairScope } from './pair-scope.ts';

/** How many points one answer holds. */
const pageLength = 25;

/** What was said between the two, found again by mark, by words, by day; newest first, a page at a time (OD3a-5). Both of the pair only. @throws Refusal `not-found` */
export async function findPoints(
  needs: Pick<Needs, 'store'>,
  actor: Actor,
  input: {
    readonly pairId: string;
    readonly mark?: PointMark | undefined;
    readonly words?: string | undefined;
    readonly from?: LocalDate | undefined;
    readonly until?: LocalDate | undefined;
    readonly after?: string | undefined;
  },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, input.pairId);
    const zone = (await knownPeople(tx, [actor.personId])).get(actor.personId)?.zone ?? 'UTC';
    const found = await tx.records.findPoints({
      pairId: pair.id,
      mark: input.mark ?? null,
      words: (input.words ?? '').split(/\s+/).filter((word) => word !== ''),
      from: input.from === undefined ? null : instantOf(input.from, '00:00', zone),
      before: input.until === undefined ? null : instantOf(addDays(input.until, 1), '00:00', zone),
      afterId: input.after ?? null,
      most: pageLength + 1,
    });
    const points = found.slice(0, pageLength).map(({ start, itemTitle, ...point }) => ({
      id: point.id,
      meetingId: point.meetingId,
      on: localDateOf(start, zone),
      about: itemTitle,
      authorId: point.authorId,
      text: point.text,
      mark: point.mark,
    }));
    return { points, next: found.length > pageLength ? (points.at(-1)?.id ?? null) : null };
  });
}
