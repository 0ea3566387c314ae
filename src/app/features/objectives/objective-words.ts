import type { ObjectiveView } from '#contract/objectives.ts';
import type { PersonView } from '#contract/people.ts';
import { smartParts, type ObjectiveWords } from '#core/objectives/objective.ts';
import { missingParts } from '#core/objectives/review.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate, Zone } from '#core/time-types.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';

type Step = ObjectiveView['history'][number];

/** What makes an objective SMART, or what it has yet to say. */
export function smartWords(words: ObjectiveWords): string {
  const missing = missingParts(words);
  if (missing.length === 0) return say('objectives.smart');
  const parts = missing.map((part) => say(`objectives.missing.${part}`)).join(', ');
  return say('objectives.missing', { count: missing.length, parts });
}

/** A step of an objective's life, in words. */
export function stepWords({ change }: Step, today: LocalDate): string {
  switch (change.kind) {
    case 'reworded': {
      const parts = Object.keys(change.was) as (keyof ObjectiveWords)[];
      const was = parts
        .map((part) => change.was[part] ?? '')
        .filter((text) => text !== '')
        .join(' · ');
      const what = parts.map((part) => say(`objectives.part.${part}`).toLowerCase()).join(', ');
      const words = say('objectives.step.reworded', { parts: what });
      return was === '' ? words : `${words}; ${say('objectives.step.rewordedWas', { was })}`;
    }
    case 'progress':
      return change.text;
    case 'carried':
      return change.from === null
        ? say('objectives.step.carriedFirst', { to: sayDate(change.to, today) })
        : say('objectives.step.carried', { from: sayDate(change.from, today), to: sayDate(change.to, today) });
    case 'reached':
      return change.early ? say('objectives.step.reachedEarly') : say('objectives.step.reached');
    case 'no-longer-relevant':
      return say('objectives.step.no-longer-relevant', { reason: change.reason });
    case 'set':
    case 'still-relevant':
    case 'reopened':
      return say(`objectives.step.${change.kind}`);
  }
}

/** Who took a step and when: "Tomasz, Thu 12 Nov". */
export function stepBy(step: Step, people: readonly PersonView[], zone: Zone, today: LocalDate): string {
  const name = people.find(({ id }) => id === step.by)?.givenName;
  const day = sayDate(localDateOf(step.at, zone), today);
  return name === undefined ? day : `${name}, ${day}`;
}

/** The last note of how it is coming along; null: none yet. */
export function lastProgress({
  history,
}: ObjectiveView): (Step & { change: { kind: 'progress'; text: string } }) | null {
  for (const step of [...history].reverse()) {
    if (step.change.kind === 'progress') return { ...step, change: step.change };
  }
  return null;
}

/** The parts beside the title that say something, in order. */
export function saidParts(
  objective: ObjectiveView,
): { part: Exclude<(typeof smartParts)[number], 'dueOn'>; text: string }[] {
  return smartParts.flatMap((part) =>
    part === 'dueOn' || objective[part] === '' ? [] : [{ part, text: objective[part] }],
  );
}
