import type { Finding } from './finding.ts';
import { heldBack, smallestGroup } from './held-back.ts';

type Kind = Finding['kind'];
type State = Finding['state'];

/** How many pairs would stand another way in what is asked of one kind; null: nothing of the kind is asked. */
export interface Shift {
  readonly kind: Kind;
  readonly before: State | null;
  readonly after: State | null;
  readonly pairs: number;
}

const byNeed: readonly State[] = ['not-applicable', 'excused', 'met', 'due', 'overdue'];

/** Of each kind the state that needs the most. */
function stateByKind(findings: readonly Finding[]): Map<Kind, State> {
  const states = new Map<Kind, State>();
  for (const { kind, state } of findings) {
    const known = states.get(kind);
    if (known === undefined || byNeed.indexOf(state) > byNeed.indexOf(known)) states.set(kind, state);
  }
  return states;
}

/** How one pair's findings would shift, kind by kind, those that stay included. */
export function shiftsOf(before: readonly Finding[], after: readonly Finding[]): Omit<Shift, 'pairs'>[] {
  const [was, is] = [stateByKind(before), stateByKind(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((kind) => ({
    kind,
    before: was.get(kind) ?? null,
    after: is.get(kind) ?? null,
  }));
}

/** What does not apply and what is not asked come to the same for the two. */
function asks(state: State | null): State | null {
  return state === 'not-applicable' ? null : state;
}

/** The counts of shifts somebody may be shown: small ones held back, and what stays as it is left out. */
export function shownShifts(
  shifts: readonly Shift[],
  pairs: number,
): (Omit<Shift, 'pairs'> & { pairs: number | null })[] {
  const kinds = [...new Set(shifts.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = shifts.filter((shift) => shift.kind === kind);
    const others = pairs - own.reduce((sum, shift) => sum + shift.pairs, 0);
    const counts = heldBack([...own.map((shift) => shift.pairs), others]);
    return own
      .map((shift, index) => ({ ...shift, pairs: counts[index] ?? null }))
      .filter(({ before, after }) => asks(before) !== asks(after));
  });
}

/** How many there are in all, where they are enough to be counted. */
export function shownTotal(pairs: number): number | null {
  return pairs > 0 && pairs < smallestGroup ? null : pairs;
}
