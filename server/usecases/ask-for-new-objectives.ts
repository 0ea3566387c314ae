import { asksForNew } from '#core/objectives/review.ts';
import type { Actor } from '#core/people/person.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { localDateOf } from '#core/time.ts';
import type { Transaction } from '../ports/store.ts';
import { putItem } from './edit-agenda.ts';
import type { Needs } from './needs.ts';
import type { PackForEmployee } from './pack-for-employee.ts';
import { peopleOf, type PairScope } from './pair-scope.ts';

const minutes = 10;
const longestTitle = 300;

/**
 * Puts a new objective on the next agenda for each reached early, once: whoever takes the item off is not asked again (FORM-7).
 * With no meeting to come it waits until one is booked.
 */
export async function askForNewObjectives(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'ids'>,
  packFor: PackForEmployee,
  actor: Actor,
  scope: PairScope,
): Promise<void> {
  const { pair } = scope;
  const early = (await tx.objectives.ofPairs([pair.id])).filter(({ state }) => state === 'reached-early');
  if (early.length === 0) return;
  const { employee } = await peopleOf(tx, pair);
  const now = needs.clock.now();
  const rule = ruleOf(
    effectiveRules(await packFor(employee), employee, pair, localDateOf(now, employee.zone)),
    'objectives',
  );
  const meeting = (await tx.meetings.ofPair(pair.id)).find((one) => one.state === 'planned' && one.end >= now);
  if (meeting === undefined) return;
  for (const objective of early.filter((one) => asksForNew(rule, one))) {
    const title = `A new objective, now that “${objective.title}” is reached`;
    const item = { id: needs.ids.next(), note: null, topicId: null, urgency: 'normal' as const, minutes };
    // The agenda's version has moved on with the item before.
    const now = (await tx.meetings.find(meeting.id)) ?? meeting;
    await putItem(tx, actor, { ...scope, meeting: now }, { ...item, title: title.slice(0, longestTitle) });
    await tx.objectives.save({ ...objective, followUpItemId: item.id });
  }
}
