import { MessageBar, MessageBarBody, MessageBarTitle, ProgressBar } from '@fluentui/react-components';
import type { PairLine } from '#contract/pairs.ts';
import { say } from '../text/say.ts';
import { useErrorNoticeStyles } from './ErrorNotice.styles.ts';

interface BookingProgressProps {
  readonly pair: PairLine;
}

/** How far Outlook is with a series just booked; follows along by itself. Nothing where there is no series. */
export function BookingProgress({ pair }: BookingProgressProps) {
  const styles = useErrorNoticeStyles();
  const { series } = pair;
  if (series === null || series.state === 'ended' || series.state === 'parked') return null;
  if (series.state === 'being-booked') {
    return (
      <MessageBar intent="info" layout="multiline" className={styles.bar} role="status">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{say('schedule.booking')}</MessageBarTitle> {say('schedule.bookingWhat')}
          <ProgressBar className={styles.reference} aria-label={say('schedule.booking')} />
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <MessageBar intent="success" layout="multiline" className={styles.bar} role="status">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{say('schedule.booked', { count: series.count })}</MessageBarTitle>{' '}
        {series.inMeetingChat ? say('schedule.bookedPanel') : say('schedule.bookedPanelSoon')}
      </MessageBarBody>
    </MessageBar>
  );
}
