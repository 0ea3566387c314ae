import { Refusal } from '../refusal.ts';
import type { Instant, LocalDate } from '../time-types.ts';
import type { Objective, ObjectiveChange, ObjectiveWords } from './objective.ts';

/** Who touches an objective, and when. `on` is the day of `at` for the employee. */
export interface ObjectiveTouch {
  readonly at: Instant;
  readonly on: LocalDate;
  readonly by: string;
}

function withStep(objective: Objective, { at, by }: ObjectiveTouch, change: ObjectiveChange): Objective {
  return { ...objective, history: [...objective.history, { at, by, change }] };
}

function requireOpen(objective: Objective): void {
  if (objective.state !== 'open') throw new Refusal('objective-settled', { state: objective.state });
}

function requireWords(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new Refusal('bad-request', { field: 'text' });
  return trimmed;
}

/** A new open objective; only its title has to be there (CAREER-3). @throws Refusal bad-request when it has none */
export function newObjective(
  given: ObjectiveWords & { readonly id: string; readonly pairId: string },
  touch: ObjectiveTouch,
): Objective {
  const objective: Objective = {
    ...given,
    title: requireWords(given.title),
    state: 'open',
    settledOn: null,
    reason: null,
    lookedAtOn: touch.on,
    timesCarried: 0,
    followUpItemId: null,
    createdAt: touch.at,
    history: [],
  };
  return withStep(objective, touch, { kind: 'set' });
}

/** Puts an objective in other words; the earlier ones stay in its history. The same words change nothing. @throws Refusal objective-settled, bad-request */
export function rewordObjective(
  objective: Objective,
  words: Partial<ObjectiveWords>,
  touch: ObjectiveTouch,
): Objective {
  requireOpen(objective);
  const changed = Object.entries(words).filter(([part, value]) => objective[part as keyof ObjectiveWords] !== value);
  if (changed.length === 0) return objective;
  const was = Object.fromEntries(changed.map(([part]) => [part, objective[part as keyof ObjectiveWords]]));
  const reworded: Objective = { ...objective, ...Object.fromEntries(changed) };
  requireWords(reworded.title);
  return withStep(reworded, touch, { kind: 'reworded', was });
}

/** Notes how an objective is coming along (OD3a-4). @throws Refusal objective-settled, bad-request when it says nothing */
export function noteProgress(objective: Objective, text: string, touch: ObjectiveTouch): Objective {
  requireOpen(objective);
  return withStep(objective, touch, { kind: 'progress', text: requireWords(text) });
}

/** Says that an objective still matters (CAREER-3). Once a day is enough, and the day it was set counts. @throws Refusal objective-settled */
export function confirmRelevant(objective: Objective, touch: ObjectiveTouch): Objective {
  requireOpen(objective);
  if (objective.lookedAtOn === touch.on) return objective;
  return withStep({ ...objective, lookedAtOn: touch.on }, touch, { kind: 'still-relevant' });
}

/** Takes an objective on to a later day. @throws Refusal objective-settled, bad-request when the day is not later */
export function carryObjective(objective: Objective, to: LocalDate, touch: ObjectiveTouch): Objective {
  requireOpen(objective);
  if (to === objective.dueOn) return objective;
  if (to < touch.on || (objective.dueOn !== null && to < objective.dueOn)) {
    throw new Refusal('bad-request', { field: 'dueOn' });
  }
  const carried = { ...objective, dueOn: to, timesCarried: objective.timesCarried + 1, lookedAtOn: touch.on };
  return withStep(carried, touch, { kind: 'carried', from: objective.dueOn, to });
}

/** Says that an objective is reached: early when its day has not come (FORM-7). @throws Refusal objective-settled */
export function reachObjective(objective: Objective, touch: ObjectiveTouch): Objective {
  requireOpen(objective);
  const early = objective.dueOn !== null && touch.on < objective.dueOn;
  const reached: Objective = { ...objective, state: early ? 'reached-early' : 'reached', settledOn: touch.on };
  return withStep(reached, touch, { kind: 'reached', early });
}

/** Lets an objective go that no longer matters, with the reason (CAREER-3). @throws Refusal objective-settled, reason-needed */
export function dropObjective(objective: Objective, reason: string, touch: ObjectiveTouch): Objective {
  requireOpen(objective);
  const words = reason.trim();
  if (words === '') throw new Refusal('reason-needed');
  const dropped: Objective = { ...objective, state: 'no-longer-relevant', settledOn: touch.on, reason: words };
  return withStep(dropped, touch, { kind: 'no-longer-relevant', reason: words });
}

/** Opens a settled objective again; an open one stays as it is. A new one asked for in its place stays asked for. */
export function reopenObjective(objective: Objective, touch: ObjectiveTouch): Objective {
  if (objective.state === 'open') return objective;
  const open: Objective = { ...objective, state: 'open', settledOn: null, reason: null, lookedAtOn: touch.on };
  return withStep(open, touch, { kind: 'reopened' });
}
