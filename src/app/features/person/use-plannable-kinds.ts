import type { MeetingLine } from '#contract/meetings.ts';
import { usePairRules } from '../../ui/use-pair-rules.ts';

/** A kind of meeting that can be planned on its own. */
export interface PlannableKind extends Pick<MeetingLine, 'kind' | 'kindTitle'> {
  /** Kept apart from one-to-ones (OUT-11). */
  readonly apart: boolean;
}

/** The kinds of meeting a pair's policy names beside the one-to-one, and the follow-up, which needs no policy (CAREER-1). */
export function usePlannableKinds(pairId: string): readonly PlannableKind[] {
  const named = usePairRules(pairId).flatMap((rule) =>
    rule.kind === 'meeting-kind' && rule.meetingKind !== 'one-to-one'
      ? [{ kind: rule.meetingKind, kindTitle: rule.title, apart: rule.apart }]
      : [],
  );
  const followUp: PlannableKind = { kind: 'follow-up', kindTitle: null, apart: false };
  return named.some(({ kind }) => kind === 'follow-up') ? named : [...named, followUp];
}
