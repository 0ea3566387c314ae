import type { MeetingLine } from '#contract/meetings.ts';
import { say } from '../text/say.ts';

/** That a meeting was cancelled in Outlook, by whom where that is known; null: it was not, or not there. */
export function calledOffWords(
  calledOff: MeetingLine['calledOff'],
  other: { readonly id: string; readonly givenName: string },
): string | null {
  if (calledOff === null) return null;
  if (calledOff.by === null) return say('meeting.calledOff');
  return calledOff.by === other.id
    ? say('meeting.calledOffBy', { name: other.givenName })
    : say('meeting.calledOffByYou');
}
