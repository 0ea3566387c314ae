import { Button, Checkbox } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular } from '@fluentui/react-icons';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { useUnsent } from '../../api/use-send.ts';
import { sayDate } from '../../text/dates.ts';
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
            {topic.covered ? (
              <CoveredTopic
                topic={topic}
                onUntick={
                  isOpen
                    ? () => {
                        changes.tick(topic.topicId, false);
                      }
                    : null
                }
              />
            ) : (
              <OpenTopic
                view={view}
                now={now}
                topic={topic}
                isOpen={isOpen}
                leads={leading.has(topic.topicId)}
                onAddLine={() => {
                  onAddLine(topic.topicId);
                }}
                onTick={() => {
                  changes.tick(topic.topicId, true);
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

interface CoveredTopicProps {
  readonly topic: Topic;
  readonly onUntick: (() => void) | null;
}

function CoveredTopic({ topic, onUntick }: CoveredTopicProps) {
  const styles = useCoverageStyles();
  if (topic.by === 'tick' && onUntick !== null) {
    return <Checkbox className={styles.tick} shape="circular" checked label={topic.title} onChange={onUntick} />;
  }
  return (
    <span className={styles.line}>
      <CheckmarkCircle20Filled className={styles.covered} aria-label={say('record.talkedAbout')} />
      {topic.title}
    </span>
  );
}

interface OpenTopicProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly topic: Topic;
  readonly isOpen: boolean;
  readonly leads: boolean;
  readonly onAddLine: () => void;
  readonly onTick: () => void;
  readonly onLead: (nextMeetingId: string) => void;
}

function OpenTopic({ view, now, topic, isOpen, leads, onAddLine, onTick, onLead }: OpenTopicProps) {
  const styles = useCoverageStyles();
  const unsent = useUnsent(view.meeting.id);
  const { nextMeeting, zone } = view;
  const refused = unsent.some(
    ({ state, name, request }) =>
      state === 'refused' && name === 'addItem' && (request as { topicId?: string }).topicId === topic.topicId,
  );
  const leadsNext = leads && !refused && nextMeeting !== null;
  if (!isOpen) {
    return (
      <span className={styles.line}>
        <Circle20Regular className={styles.open} aria-hidden />
        {topic.title}
      </span>
    );
  }
  return (
    <>
      <Checkbox
        className={styles.tick}
        shape="circular"
        label={topic.title}
        aria-label={say('coverage.tickTopic', { topic: topic.title })}
        checked={false}
        onChange={onTick}
      />
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
    </>
  );
}
