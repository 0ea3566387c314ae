import { Body1, Button, Caption1, Dropdown, Field, Option } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { JobItemStateView, JobItemView, JobView } from '#contract/booking-jobs.ts';
import { useConnection } from '../../api/connection.ts';
import { useRoute } from '../../api/use-route.ts';
import type { CallApi } from '../../api/call-api.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useBookingJobsStyles } from './BookingJobs.styles.ts';
import { sayWhy } from './job-words.ts';
import { reportCsv } from './report-csv.ts';

const states = ['failed', 'no-time', 'waiting', 'promised', 'booked', 'left-out'] as const;
const askAgainMilliseconds = 5_000;

interface JobReportProps {
  readonly job: JobView;
  /** The day the file is named after. */
  readonly day: string;
}

/** What a job did for each person: on the page some at a time, and all of it as a file. */
export function JobReport({ job, day }: JobReportProps) {
  const styles = useBookingJobsStyles();
  const { callApi } = useConnection();
  const [shown, setShown] = useState<JobItemStateView | 'all'>('all');
  const [file, setFile] = useState<'reading' | 'failed' | null>(null);
  const download = async (): Promise<void> => {
    setFile('reading');
    try {
      save(`one-to-ones-${day}.csv`, reportCsv(await allItems(callApi, job.id)));
      setFile(null);
    } catch {
      setFile('failed');
    }
  };
  const words = (state: JobItemStateView | 'all'): string =>
    state === 'all' ? say('jobs.showAll') : say(`jobs.item.${state}`);
  return (
    <div className={styles.stack}>
      <div className={styles.reportHead}>
        <Field className={styles.field} label={say('jobs.show')}>
          <Dropdown
            value={words(shown)}
            selectedOptions={[shown]}
            onOptionSelect={(_, { optionValue }) => {
              setShown(states.find((state) => state === optionValue) ?? 'all');
            }}
          >
            <Option value="all">{words('all')}</Option>
            {states
              .filter((state) => job.counts[state] > 0)
              .map((state) => (
                <Option key={state} value={state}>
                  {words(state)}
                </Option>
              ))}
          </Dropdown>
        </Field>
        <Button
          icon={<ArrowDownload20Regular />}
          disabledFocusable={file === 'reading'}
          onClick={() => {
            void download();
          }}
        >
          {say('jobs.csv')}
        </Button>
      </div>
      {file === 'failed' && <Notice intent="warning">{say('jobs.csvFailed')}</Notice>}
      <ItemList key={shown} job={job} state={shown === 'all' ? undefined : shown} />
    </div>
  );
}

function ItemList({ job, state }: { readonly job: JobView; readonly state: JobItemStateView | undefined }) {
  const styles = useBookingJobsStyles();
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  return (
    <ul className={styles.list} aria-label={say('jobs.report')}>
      {pages.map((after, index) => (
        <ItemPage
          key={after ?? ''}
          job={job}
          state={state}
          after={after}
          isLast={index === pages.length - 1}
          onMore={(next) => {
            setPages([...pages, next]);
          }}
        />
      ))}
    </ul>
  );
}

interface ItemPageProps {
  readonly job: JobView;
  readonly state: JobItemStateView | undefined;
  readonly after: string | undefined;
  readonly isLast: boolean;
  readonly onMore: (next: string) => void;
}

function ItemPage({ job, state, after, isLast, onMore }: ItemPageProps) {
  const styles = useBookingJobsStyles();
  const items = useRoute('bookingJobItems', {
    params: { jobId: job.id },
    request: { ...(state === undefined ? {} : { state }), ...(after === undefined ? {} : { after }) },
    staleTime: 0,
    refetchInterval: job.state === 'running' ? askAgainMilliseconds : false,
  });
  if (items.data === undefined) {
    return items.error === null ? null : (
      <li>
        <ErrorNotice
          error={items.error}
          onRetry={() => {
            void items.refetch();
          }}
        />
      </li>
    );
  }
  const { next } = items.data;
  return (
    <>
      {items.data.items.map((item) => (
        <Item key={item.pairId} item={item} />
      ))}
      {items.data.items.length === 0 && after === undefined && (
        <li>
          <Caption1 className={styles.quiet}>{say('jobs.none')}</Caption1>
        </li>
      )}
      {isLast && next !== null && (
        <li className={styles.row}>
          <Button
            appearance="subtle"
            onClick={() => {
              onMore(next);
            }}
          >
            {say('jobs.more')}
          </Button>
        </li>
      )}
    </>
  );
}

function Item({ item }: { readonly item: JobItemView }) {
  const styles = useBookingJobsStyles();
  const why = sayWhy(item);
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <Body1>{say('jobs.with', { name: item.employee.displayName, supervisor: item.supervisor.displayName })}</Body1>
        {item.employee.unit !== null && <Caption1 className={styles.quiet}>{item.employee.unit}</Caption1>}
      </span>
      <span className={styles.state}>
        <Body1>{say(`jobs.item.${item.state}`)}</Body1>
        {why !== '' && <Caption1 className={styles.quiet}>{why}</Caption1>}
      </span>
    </li>
  );
}

async function allItems(callApi: CallApi, jobId: string): Promise<JobItemView[]> {
  const all: JobItemView[] = [];
  for (let after: string | null = ''; after !== null;) {
    const request: { after?: string } = after === '' ? {} : { after };
    const page = await callApi('bookingJobItems', { params: { jobId }, request });
    all.push(...page.items);
    after = page.next;
  }
  return all;
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
