import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { sayDate, sayTime } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { useCoverageStyles } from './Coverage.styles.ts';
import { previewOf } from './summary-preview.ts';

interface SummaryPreviewProps {
  readonly view: MeetingResponse;
  readonly now: string;
}

/** What goes to the report's mailbox when the meeting closes, and when the two meet next (OUT-4). */
export function SummaryPreview({ view, now }: SummaryPreviewProps) {
  const styles = useCoverageStyles();
  const { zone, nextMeeting } = view;
  const today = localDateOf(now, zone);
  const preview = previewOf(view);
  return (
    <section className={styles.section} aria-label={say('coverage.summaryFor', { name: view.other.givenName })}>
      <h2 className={styles.title}>
        {view.supervising ? say('coverage.summaryFor', { name: view.other.givenName }) : say('coverage.summaryForYou')}
      </h2>
      <div className={styles.summary}>
        <p className={styles.strong}>{say('coverage.actions', { count: preview.actions.length })}</p>
        {preview.actions.map((action) => {
          const owner = action.ownerId === view.me.id ? view.me : view.other;
          return (
            <div key={action.id} className={styles.action}>
              <PersonAvatar person={{ id: owner.id, displayName: owner.givenName }} size={16} />
              <span className={styles.actionText}>{action.text}</span>
              <span className={styles.actionDay}>
                {action.dueOn === null ? say('actions.noDate') : sayDate(action.dueOn, today)}
              </span>
            </div>
          );
        })}
        {preview.doneCount > 0 && (
          <span className={styles.quiet}>{say('coverage.doneHere', { count: preview.doneCount })}</span>
        )}
        <p className={styles.strong}>
          {preview.praiseCount > 0
            ? say('coverage.pointsPraise', { count: preview.pointCount, praise: preview.praiseCount })
            : say('coverage.points', { count: preview.pointCount })}
        </p>
        {preview.moving.length > 0 && (
          <span className={styles.quiet}>
            {say('coverage.moves', {
              count: preview.moving.length,
              titles: preview.moving.map(({ title }) => title).join(', '),
            })}
          </span>
        )}
      </div>
      <span className={styles.next}>
        <CalendarLtr20Regular className={styles.icon} aria-hidden />
        {nextMeeting === null
          ? say('coverage.noNext')
          : say('coverage.next', {
              day: sayDate(localDateOf(nextMeeting.start, zone), today),
              time: sayTime(nextMeeting.start, zone),
            })}
      </span>
    </section>
  );
}
