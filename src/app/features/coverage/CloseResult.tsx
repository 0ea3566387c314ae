import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock20Regular } from '@fluentui/react-icons/svg/clock';
import type { ReactNode } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { useCoverageStyles } from './Coverage.styles.ts';
import { previewOf, summaryDelivery } from './summary-preview.ts';

interface CloseResultProps {
  readonly view: MeetingResponse;
  readonly now: string;
}

/** What closing did, and how far the summary is: doubt is said as doubt. */
export function CloseResult({ view, now }: CloseResultProps) {
  const styles = useCoverageStyles();
  const preview = previewOf(view);
  const { nextMeeting, zone } = view;
  const moved = preview.moving.length;
  const mail = mailLine(view);
  return (
    <ul className={styles.result}>
      <Line done>{say('coverage.closed')}</Line>
      <Line done>{say('coverage.actionsOnLists', { count: preview.actions.length })}</Line>
      {moved > 0 && (
        <Line done={nextMeeting !== null}>
          {nextMeeting === null
            ? say('coverage.moved', { count: moved })
            : say('coverage.movedTo', {
                count: moved,
                day: sayDate(localDateOf(nextMeeting.start, zone), localDateOf(now, zone)),
              })}
        </Line>
      )}
      {mail !== null && <Line done={mail.done}>{mail.words}</Line>}
    </ul>
  );
}

interface LineProps {
  readonly done: boolean;
  readonly children: ReactNode;
}

function Line({ done, children }: LineProps) {
  const styles = useCoverageStyles();
  return (
    <li className={styles.line}>
      {done ? (
        <CheckmarkCircle20Filled className={styles.covered} aria-hidden />
      ) : (
        <Clock20Regular className={styles.open} aria-hidden />
      )}
      {children}
    </li>
  );
}

function mailLine(view: MeetingResponse): { words: string; done: boolean } | null {
  const mail = summaryDelivery(view.deliveries);
  const name = view.other.givenName;
  if (mail === null || mail.state === 'withdrawn') return null;
  if (mail.state === 'done')
    return {
      words: view.supervising ? say('coverage.mailSent', { name }) : say('coverage.mailSentYou', { name }),
      done: true,
    };
  if (!view.supervising) {
    return {
      words: mail.state === 'parked' ? say('coverage.mailYouWaiting', { name }) : say('coverage.mailYouOnItsWay'),
      done: false,
    };
  }
  if (mail.state === 'promised') return { words: say('coverage.mailOnItsWay', { name }), done: false };
  return {
    words:
      mail.parkedFor === 'unconfirmed'
        ? say('coverage.mailUnconfirmed', { name })
        : say('coverage.mailWaiting', { name }),
    done: false,
  };
}
