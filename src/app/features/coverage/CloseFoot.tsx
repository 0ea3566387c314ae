import { Button } from '@fluentui/react-components';
import { Mail20Regular } from '@fluentui/react-icons/svg/mail';
import type { MeetingResponse } from '#contract/meetings.ts';
import { useChange } from '../../api/use-change.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useCoverageStyles } from './Coverage.styles.ts';

interface CloseFootProps {
  readonly view: MeetingResponse;
  /** Something typed here has not arrived yet: closing waits for it. */
  readonly isSending: boolean;
}

/** What happens on closing, in words, and the button; the employee sees who closes. */
export function CloseFoot({ view, isSending }: CloseFootProps) {
  const styles = useCoverageStyles();
  const close = useChange('closeMeeting');
  const name = view.other.givenName;
  if (!view.supervising) return <span className={styles.quiet}>{say('coverage.theyClose', { name })}</span>;
  return (
    <>
      {close.error !== null && <ErrorNotice error={close.error} />}
      <span className={styles.quiet}>{isSending ? say('coverage.waitForSending') : whatHappens(view)}</span>
      <Button
        appearance="primary"
        icon={<Mail20Regular />}
        disabledFocusable={close.isPending || isSending}
        onClick={() => {
          close.mutate({ params: { meetingId: view.meeting.id }, request: { seq: view.seq } });
        }}
      >
        {view.summaryMail.asked ? say('coverage.closeAndSend') : say('coverage.close')}
      </Button>
    </>
  );
}

function whatHappens(view: MeetingResponse): string {
  return view.summaryMail.asked
    ? say('coverage.whatHappens', { name: view.other.givenName })
    : say('coverage.whatHappensNoMail');
}
