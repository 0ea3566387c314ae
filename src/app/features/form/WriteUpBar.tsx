import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FormResponse } from '#contract/form.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { useChange } from '../../api/use-change.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useWriteUpBarStyles } from './WriteUpBar.styles.ts';

interface WriteUpBarProps {
  readonly view: MeetingResponse;
  readonly writing: FormResponse['writing'];
  readonly now: string;
  /** Something typed here has not arrived yet: handing over waits for it. */
  readonly isSending: boolean;
}

interface Standing {
  readonly title: string;
  readonly why: string | null;
}

function standingOf(view: MeetingResponse, writing: FormResponse['writing'], today: string): Standing | null {
  const name = view.other.givenName;
  const isMine = writing.writes === (view.supervising ? 'supervisor' : 'employee');
  switch (writing.state) {
    case 'open':
      return null;
    case 'being-written':
      return isMine
        ? { title: say('form.writing.yours'), why: say('form.writing.yoursWhy', { name }) }
        : { title: say('form.writing.theirs', { name }), why: say('form.writing.theirsWhy') };
    case 'shared':
      return isMine
        ? { title: say('form.writing.handedOver', { name }), why: say('form.writing.handedOverWhy', { name }) }
        : { title: say('form.writing.toConfirm', { name }), why: say('form.writing.toConfirmWhy', { name }) };
    case 'confirmed': {
      const at = writing.confirmed?.at;
      if (at === undefined) return null;
      return { title: say('form.writing.confirmed', { day: sayDate(localDateOf(at, view.zone), today) }), why: null };
    }
  }
}

/** How far the writing up is, and the next step of it: handing over, or confirming (ESS-7). Nothing where both write while they talk. */
export function WriteUpBar({ view, writing, now, isSending }: WriteUpBarProps) {
  const styles = useWriteUpBarStyles();
  const share = useChange('shareRecord');
  const confirm = useChange('confirmRecord');
  const { meeting } = view;
  if (writing.confirms === null || writing.clause === null) return null;
  const standing = standingOf(view, writing, localDateOf(now, view.zone));
  if (standing === null) return null;
  const error = share.error ?? confirm.error;
  const step = (words: string, change: typeof share): ReactNode => (
    <Button
      appearance="primary"
      disabledFocusable={change.isPending || isSending}
      onClick={() => {
        change.mutate({ params: { meetingId: meeting.id } });
      }}
    >
      {words}
    </Button>
  );
  return (
    <div className={styles.bar}>
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.words} role="status">
        <span className={styles.title}>
          {standing.title} <ClauseLink clause={writing.clause} />
        </span>
        {standing.why !== null && <span className={styles.quiet}>{standing.why}</span>}
      </div>
      {writing.mayShare && step(say('form.writing.share', { name: view.other.givenName }), share)}
      {writing.mayConfirm && step(say('form.writing.confirm'), confirm)}
    </div>
  );
}
