import type { MeetingLine } from '#contract/meetings.ts';
import '../text/say-later.ts';
import { say } from '../text/say.ts';

/** What a kind of meeting is called: as the policy has it, or by its plain name. */
export function meetingKindWords({ kind, kindTitle }: Pick<MeetingLine, 'kind' | 'kindTitle'>): string {
  return kindTitle ?? say(`plan.kind.${kind}`);
}

/** The same where it is worth saying: empty for a one-to-one. */
export function otherKindWords(meeting: Pick<MeetingLine, 'kind' | 'kindTitle'>): string {
  return meeting.kind === 'one-to-one' ? '' : meetingKindWords(meeting);
}
