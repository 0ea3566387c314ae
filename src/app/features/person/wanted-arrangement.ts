import type { ArrangementKind } from '#core/people/pair.ts';
import type { Interval } from '#core/time-types.ts';

/** What is wanted of the two: how often, what for, and why. */
export interface WantedArrangement {
  readonly every: Interval;
  readonly kind: ArrangementKind;
  readonly reasons: readonly string[];
}
