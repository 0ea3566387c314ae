import type { PairLine } from '#contract/pairs.ts';
import { say } from '../../text/say.ts';

/** What somebody does, and that they do it part-time: "Tenancy Officer, part-time". */
export function jobOf({ contract, other }: Pick<PairLine, 'contract' | 'other'>): string | null {
  if (contract !== 'part-time') return other.jobTitle;
  return other.jobTitle === null ? say('people.partTime') : say('people.jobPartTime', { title: other.jobTitle });
}
