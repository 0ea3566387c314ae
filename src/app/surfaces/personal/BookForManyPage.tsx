import '../../text/say-policies.ts';
import { Body1, Title3 } from '@fluentui/react-components';
import type { JobView } from '#contract/booking-jobs.ts';
import { addDays, startOfWeek } from '#core/time.ts';
import { useMe } from '../../api/use-me.ts';
import { useRoute } from '../../api/use-route.ts';
import { JobCard } from '../../features/booking-jobs/JobCard.tsx';
import { StartJob } from '../../features/booking-jobs/StartJob.tsx';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { useToday } from '../../ui/use-today.ts';
import { usePageStyles } from './Page.styles.ts';

const askAgainMilliseconds = 2_000;

/** Booking one-to-ones for many at once, for those who look after them in the organisation: for whom, how far it is, and what came of it. */
export function BookForManyPage() {
  const page = usePageStyles();
  const me = useMe();
  const { today } = useToday();
  const jobs = useRoute('bookingJobs', { staleTime: 0, enabled: me.isHr, refetchInterval: askAgainMilliseconds });
  if (!me.isHr) {
    return (
      <div className={page.page}>
        <Notice intent="info">{say('jobs.notYours')}</Notice>
      </div>
    );
  }
  if (jobs.isPending) return <PageSkeleton />;
  if (jobs.data === undefined) {
    return (
      <div className={page.page}>
        <ErrorNotice
          error={jobs.error}
          onRetry={() => {
            void jobs.refetch();
          }}
        />
      </div>
    );
  }
  const isOpen = ({ state }: JobView): boolean => state === 'running' || state === 'paused';
  const open = jobs.data.jobs.filter(isOpen);
  const over = jobs.data.jobs.filter((job) => !isOpen(job));
  const card = (job: JobView) => <JobCard key={job.id} job={job} today={today} zone={me.zone} />;
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title3 as="h1" className={page.title}>
          {say('jobs.title')}
        </Title3>
        <Body1 className={page.quiet}>{say('jobs.intro')}</Body1>
      </div>
      <div className={page.column}>
        {open.map(card)}
        <StartJob
          groups={jobs.data.withoutSeries}
          isBusy={open.length > 0}
          firstDay={addDays(startOfWeek(today), 7)}
          today={today}
        />
        {over.map(card)}
      </div>
    </div>
  );
}
