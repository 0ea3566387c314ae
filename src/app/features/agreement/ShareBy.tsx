import type { MeetingResponse } from '#contract/meetings.ts';
import { askedTerms } from '#core/agreement/agreement-terms.ts';
import { shareBy } from '#core/agreement/what-it-drives.ts';
import { localDateOf } from '#core/time.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDay } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { useToday } from '../../ui/use-today.ts';

interface ShareByProps {
  readonly view: MeetingResponse;
}

/** The day by which the two agreed to share their lists, and how many lines of one's own are still private (OD3a-10). Nothing where they share in the meeting. */
export function ShareBy({ view }: ShareByProps) {
  const { today, zone } = useToday();
  const { meeting, jottings } = view;
  const { data } = useRoute('agreement', { params: { pairId: meeting.pairId } });
  if (data?.asks == null || data.inForce === null || meeting.state !== 'planned') return null;
  const terms = askedTerms({ asks: data.asks.parts }, data.inForce.terms);
  const by = shareBy(terms, localDateOf(meeting.start, zone));
  if (by === null) return null;
  const count = jottings.filter(({ sharedItemId }) => sharedItemId === null).length;
  const day = sayDay(by, today);
  return (
    <PolicyLine clause={data.asks.clause}>
      {count === 0 ? say('agreement.drives.shareBy', { day }) : say('agreement.drives.shareByUnshared', { day, count })}
    </PolicyLine>
  );
}
