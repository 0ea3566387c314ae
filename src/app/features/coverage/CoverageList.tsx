import { Button, Checkbox } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { useUnsent } from '../../api/use-send.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { useCoverageStyles } from './Coverage.styles.ts';
import { useLeading } from './use-leading.ts';
import { useCoverage } from './use-coverage.ts';

interface CoverageListProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly onAddLine: (topicId: string) => void;
}

type Topic = MeetingResponse['coverage']['topics'][number];

/** What the policy names, and what of it has come up: what has not is visible before closing, without nagging (OUT-2). */
export function CoverageList({ view, now, onAddLine }: CoverageListProps) {
  const styles = useCoverageStyles();
  const changes = useCoverage(view);
  const { topics, clause } = view.coverage;
  const isOpen = view.meeting.state === 'open';
  const [leading, lead] = useLeading(view.meeting.id);
  if (topics.length === 0) return null;
  return (
    <section className={styles.section} aria-label={say('coverage.title')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{say('coverage.title')}</h2>
        {clause !== null && <ClauseLink clause={clause} />}
      </div>
      <ul className={styles.list}>
        {topics.map((topic) => (
          <li key={topic.topicId} className={styles.topic}>
            {isOpen && (!topic.covered || topic.by === 'tick') ? (
              <Checkbox
                className={styles.tick}
                shape="circular"
                label={topic.title}
                aria-label={say('coverage.tickTopic', { topic: topic.title })}
                checked={topic.covered}
                onChange={() => {
                  changes.tick(topic.topicId, !topic.covered);
                }}
              />
            ) : (
              <TopicLine topic={topic} />
            )}
            {isOpen && !topic.covered && (
              <OpenTopic
                view={view}
                now={now}
                topic={topic}
                leads={leading.has(topic.topicId)}
                onAddLine={() => {
                  onAddLine(topic.topicId);
                }}
                onLead={(nextMeetingId) => {
                  lead(topic.topicId);
                  changes.leadNext(topic, nextMeetingId);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {isOpen && topics.some(({ covered }) => !covered) && (
        <span className={styles.quiet}>{say('coverage.gentle')}</span>
      )}
    </section>
  );
}

function TopicLine({ topic }: { readonly topic: Topic }) {
  const styles = useCoverageStyles();
  return (
    <span className={styles.line}>
      {topic.covered ? (
        <CheckmarkCircle20Filled className={styles.covered} aria-label={say('record.talkedAbout')} />
      ) : (
        <Circle20Regular className={styles.open} aria-hidden />
      )}
      {topic.title}
    </span>
  );
}

interface OpenTopicProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly topic: Topic;
  readonly leads: boolean;
  readonly onAddLine: () => void;
  readonly onLead: (nextMeetingId: string) => void;
}

function OpenTopic({ view, now, topic, leads, onAddLine, onLead }: OpenTopicProps) {
  const styles = useCoverageStyles();
  const unsent = useUnsent(view.meeting.id);
  const { nextMeeting, zone } = view;
  const refused = unsent.some(
    ({ state, name, request }) =>
      state === 'refused' && name === 'addItem' && (request as { topicId?: string }).topicId === topic.topicId,
  );
  const leadsNext = leads && !refused && nextMeeting !== null;
  return (
    <div className={styles.under}>
      <span className={styles.quiet} role="status">
        {leadsNext
          ? say('coverage.leads', { day: sayDate(localDateOf(nextMeeting.start, zone), localDateOf(now, zone)) })
          : say('coverage.notYet')}
      </span>
      <Button size="small" aria-label={`${say('coverage.addLine')}: ${topic.title}`} onClick={onAddLine}>
        {say('coverage.addLine')}
      </Button>
      {nextMeeting !== null && !leadsNext && (
        <Button
          className={styles.lead}
          size="small"
          appearance="subtle"
          aria-label={`${say('coverage.leadNext')}: ${topic.title}`}
          onClick={() => {
            onLead(nextMeeting.id);
          }}
        >
          {say('coverage.leadNext')}
        </Button>
      )}
    </div>
  );
}
