import type { MeetingLine } from '#contract/meetings.ts';
import type { PairLine } from '#contract/pairs.ts';

/** Where a meeting in a list is joined; null where its own page knows. The series has one address for all its meetings, a meeting of its own another. */
export function joinUrlOf(pair: Pick<PairLine, 'series'>, meeting: Pick<MeetingLine, 'kind'>): string | null {
  return meeting.kind === 'one-to-one' ? (pair.series?.joinUrl ?? null) : null;
}
