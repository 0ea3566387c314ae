import type { ResponseOf } from '#contract/api.ts';
import { ProblemAnswer } from '#tests/support/person-client.ts';
import type { Turn } from './turn.ts';

type PairView = ResponseOf<'pair'>;
export type Line = PairView['meetings'][number];

/** Refusals are part of the game: people press what is no longer there, or while Outlook says no. Anything else is a fault. */
export async function unlessRefused<T>(work: Promise<T>): Promise<T | string> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof ProblemAnswer && (cause.status < 500 || cause.problem.code.startsWith('outlook-')))
      return `refused: ${cause.problem.code}`;
    throw cause;
  }
}

/** So many presses of a hundred are two. */
const twiceShare = 20;

/**
 * Sends something, now and then twice at once. Kept once is kept: with calendars read a moment later, the same may be refused to one press and
 * not to the other. @returns the answer, or why it was refused
 */
export async function maybeTwice<T>({ pair }: Turn, send: () => Promise<T>): Promise<T | string> {
  const sent = pair.dice.chance(twiceShare) ? [send(), send()] : [send()];
  const answers = await Promise.all(sent.map((work) => unlessRefused(work)));
  const [first] = answers;
  if (first === undefined) throw new Error('Nothing was sent');
  return answers.find((answer) => typeof answer !== 'string') ?? first;
}

/** The pair as its manager sees it. */
export function view({ pair }: Turn): Promise<PairView> {
  return pair.manager.call('pair', { params: { pairId: pair.pairId } });
}

/** One-to-ones still to come, in order. */
export function coming({ now }: Turn, { meetings }: PairView): Line[] {
  return meetings
    .filter(({ kind, state, start }) => kind === 'one-to-one' && state === 'planned' && start > now)
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}

/** Words nobody else writes. */
export function textOf({ pair }: Turn, about: string): string {
  return `${about} ${pair.key} ${pair.said.length} ${pair.dice.between(100, 999)}`;
}
