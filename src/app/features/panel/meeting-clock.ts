import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf, minutesBetween } from '#core/time.ts';
import { sayDistance, sayTime } from '../../text/dates.ts';
import { say } from '../../text/say.ts';

const hour = 60;
const day = 24 * hour;
const longestOver = 3 * hour;

/** How long there is, for the head of the panel: "in 12 min", "10:14, 31 min left", "10:47, 2 min over", "closed 10:46". */
export function meetingClock(view: Pick<MeetingResponse, 'meeting' | 'zone'>, now: string): string {
  const { meeting, zone } = view;
  const today = localDateOf(now, zone);
  if (meeting.closedAt !== null) return say('panel.clock.closed', { time: sayTime(meeting.closedAt, zone) });
  if (now < meeting.start) {
    const minutes = Math.ceil((Date.parse(meeting.start) - Date.parse(now)) / 60_000);
    if (minutes < hour) return say('panel.clock.inMinutes', { minutes });
    if (minutes < day / 2) return say('panel.clock.inHours', { hours: Math.round(minutes / hour) });
    return sayDistance(localDateOf(meeting.start, zone), today);
  }
  const time = sayTime(now, zone);
  const left = Math.ceil((Date.parse(meeting.end) - Date.parse(now)) / 60_000);
  if (left >= 0) return say('panel.clock.left', { time, minutes: left });
  const over = minutesBetween(meeting.end, now);
  if (over > longestOver) return sayDistance(localDateOf(meeting.start, zone), today);
  return say('panel.clock.over', { time, minutes: Math.floor(over) });
}
