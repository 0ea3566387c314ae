import type { LocalDate } from '../time-types.ts';

export interface Reading {
  readonly on: LocalDate;
  readonly value: number;
}

/** A number an employee is measured by (their "Vital Stats"): target, actual, trend (OUT-2). */
export interface Measure {
  readonly id: string;
  readonly pairId: string;
  readonly name: string;
  readonly unit: string;
  readonly target: number;
  readonly better: 'higher' | 'lower';
  /** Oldest first. */
  readonly readings: readonly Reading[];
}
