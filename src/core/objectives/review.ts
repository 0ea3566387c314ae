import type { ObjectivesRule } from '../policy/person-rules.ts';
import type { LocalDate } from '../time-types.ts';
import { smartParts, type Objective, type ObjectiveWords, type SmartPart } from './objective.ts';

/** The parts an objective has yet to say before it is SMART (CAREER-3). None: it is. */
export function missingParts(words: ObjectiveWords): SmartPart[] {
  return smartParts.filter((part) => (words[part] ?? '').trim() === '');
}

/** Whether its day has gone by while it is open. */
export function isBehind(objective: Objective, today: LocalDate): boolean {
  return objective.state === 'open' && objective.dueOn !== null && objective.dueOn < today;
}

/** Whether the two should ask if an objective still matters: they have met since they last did (CAREER-3). */
export function asksRelevance(objective: Objective, lastMetOn: LocalDate | null, today: LocalDate): boolean {
  if (objective.state !== 'open' || lastMetOn === null) return false;
  return objective.lookedAtOn <= lastMetOn && objective.lookedAtOn < today;
}

/** Whether a new objective is to be talked about in its place, and nobody has put that on an agenda yet (FORM-7). */
export function asksForNew(rule: ObjectivesRule | null, objective: Objective): boolean {
  return rule?.newWhenEarly === true && objective.state === 'reached-early' && objective.followUpItemId === null;
}

/** Open ones first, by their day, those without a day last; then the settled, newest first. */
export function orderObjectives(objectives: readonly Objective[]): Objective[] {
  const later = '9999-12-31';
  return [...objectives].sort((one, other) => {
    if ((one.state === 'open') !== (other.state === 'open')) return one.state === 'open' ? -1 : 1;
    if (one.state === 'open') {
      return (one.dueOn ?? later).localeCompare(other.dueOn ?? later) || one.createdAt.localeCompare(other.createdAt);
    }
    return (other.settledOn ?? '').localeCompare(one.settledOn ?? '') || one.createdAt.localeCompare(other.createdAt);
  });
}
