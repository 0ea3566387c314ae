import { Badge, Body1, Button, Caption1, ProgressBar } from '@fluentui/react-components';
import { useState } from 'react';
import type { JobView } from '#contract/booking-jobs.ts';
import type { Zone } from '#core/time-types.ts';
import { useChange } from '../../api/use-change.ts';
import { sayDate, sayMoment } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useBookingJobsStyles } from './BookingJobs.styles.ts';
import { sayChoice, settledOf } from './job-words.ts';
import { JobReport } from './JobReport.tsx';

interface JobCardProps {
  readonly job: JobView;
  readonly today: string;
  readonly zone: Zone;
}

/** How far a job is, whom it waits for, and its report. */
export function JobCard({ job, today, zone }: JobCardProps) {
  const styles = useBookingJobsStyles();
  const { done, total } = settledOf(job);
  const isOpen = job.state === 'running' || job.state === 'paused';
  return (
    <Panel
      title={say('jobs.of', { choice: sayChoice(job.choice), day: sayDate(job.from, today) })}
      aside={
        <Badge appearance="tint" color={isOpen ? 'brand' : 'subtle'}>
          {say(`jobs.state.${job.state}`)}
        </Badge>
      }
    >
      <div className={styles.stack}>
        <div role="status" className={styles.stack}>
          <Body1>{say('jobs.progress', { done, total })}</Body1>
          <ProgressBar value={done} max={total} thickness="large" aria-label={say('jobs.progress', { done, total })} />
          <Counts job={job} />
        </div>
        {job.state === 'paused' && <Caption1 className={styles.quiet}>{say('jobs.pausedWords')}</Caption1>}
        {isOpen && job.awaited.length > 0 && <Awaited job={job} />}
        {isOpen && <Tools job={job} />}
        <Caption1 className={styles.quiet}>
          {say('jobs.job', { moment: sayMoment(job.startedAt, zone, today), name: job.startedBy.displayName })}
        </Caption1>
        <JobReport job={job} day={today} />
      </div>
    </Panel>
  );
}

const shownCounts = ['booked', 'promised', 'waiting', 'no-time', 'failed', 'left-out'] as const;

function Counts({ job }: { readonly job: JobView }) {
  const styles = useBookingJobsStyles();
  return (
    <ul className={styles.counts}>
      {shownCounts
        .filter((state) => state === 'booked' || job.counts[state] > 0)
        .map((state) => (
          <li key={state}>
            <Caption1>
              {say('jobs.count', { count: job.counts[state], words: say(`jobs.item.${state}`).toLowerCase() })}
            </Caption1>
          </li>
        ))}
    </ul>
  );
}

function Awaited({ job }: { readonly job: JobView }) {
  const styles = useBookingJobsStyles();
  const more = job.awaitedCount - job.awaited.length;
  return (
    <div>
      <ul className={styles.list}>
        {job.awaited.map(({ person, count }) => (
          <li key={person.id}>
            <Body1>{say('jobs.awaited', { name: person.displayName, count })}</Body1>
          </li>
        ))}
        {more > 0 && (
          <li>
            <Body1>{say('jobs.awaitedMore', { count: more })}</Body1>
          </li>
        )}
      </ul>
      <Caption1 className={styles.quiet}>{say('jobs.awaitedWhy')}</Caption1>
    </div>
  );
}

function Tools({ job }: { readonly job: JobView }) {
  const styles = useBookingJobsStyles();
  const change = useChange('changeBookingJob');
  const [isEnding, setEnding] = useState(false);
  const to = (state: 'running' | 'paused' | 'ended'): void => {
    if (!change.isPending) change.mutate({ params: { jobId: job.id }, request: { state } });
  };
  return (
    <>
      {change.error !== null && (
        <ErrorNotice
          error={change.error}
          onRetry={() => {
            change.reset();
          }}
        />
      )}
      <div className={styles.tools}>
        {isEnding ? (
          <>
            <Button
              autoFocus
              disabledFocusable={change.isPending}
              onClick={() => {
                to('ended');
              }}
            >
              {say('jobs.endSure', { count: job.counts.waiting })}
            </Button>
            <Button
              appearance="subtle"
              onClick={() => {
                setEnding(false);
              }}
            >
              {say('jobs.endNot')}
            </Button>
          </>
        ) : (
          <>
            <Button
              disabledFocusable={change.isPending}
              onClick={() => {
                to(job.state === 'paused' ? 'running' : 'paused');
              }}
            >
              {say(job.state === 'paused' ? 'jobs.resume' : 'jobs.pause')}
            </Button>
            <Button
              appearance="subtle"
              onClick={() => {
                setEnding(true);
              }}
            >
              {say('jobs.end')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
