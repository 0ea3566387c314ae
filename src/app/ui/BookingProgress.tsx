import type { PairLine } from '#contract/pairs.ts';
import { say } from '../text/say.ts';
import { Notice } from './Notice.tsx';

interface BookingProgressProps {
  readonly pair: PairLine;
}

/** How far Outlook is with a series just booked; follows along by itself. Nothing where there is no series. */
export function BookingProgress({ pair }: BookingProgressProps) {
  const { series } = pair;
  if (series === null || series.state === 'ended' || series.state === 'parked') return null;
  if (series.state === 'being-booked') {
    return (
      <Notice intent="info" role="status" title={say('schedule.booking')}>
        {say('schedule.bookingWhat')}
      </Notice>
    );
  }
  return (
    <Notice intent="success" role="status" title={say('schedule.booked', { count: series.count })}>
      {series.inMeetingChat ? say('schedule.bookedPanel') : say('schedule.bookedPanelSoon')}
    </Notice>
  );
}
