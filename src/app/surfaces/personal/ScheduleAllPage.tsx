import { Body1, Button, Caption1, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ProposeAllResponse } from '#contract/series.ts';
import { addDays, startOfWeek } from '#core/time.ts';
import { useConnection } from '../../api/connection.ts';
import { useChange } from '../../api/use-change.ts';
import { Choice } from '../../features/schedule/Choice.tsx';
import { outcomeOf } from '../../features/schedule/plan-choice.ts';
import { ProposalRow, type Proposal } from '../../features/schedule/ProposalRow.tsx';
import { startsFrom } from '../../features/schedule/rhythms.ts';
import { StepHead } from '../../features/schedule/StepHead.tsx';
import { sayDate } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { BookedAll } from './BookedAll.tsx';
import { usePageStyles } from './Page.styles.ts';
import { useSchedulePageStyles } from './SchedulePage.styles.ts';

const gaps = [0, 5, 10, 15, 30];
const usualGap = 10;

/** Proposes a consistent set of times for everybody without one, and books what is kept of it. */
export function ScheduleAllPage() {
  const page = usePageStyles();
  const styles = useSchedulePageStyles();
  const { today } = useToday();
  const { callApi } = useConnection();
  const [from, setFrom] = useState(addDays(startOfWeek(today), 7));
  const [breathingMinutes, setBreathing] = useState(usualGap);
  const [bookedIds, setBookedIds] = useState<readonly string[]>([]);
  const proposals = useQuery({
    queryKey: ['proposeAll', from, breathingMinutes],
    queryFn: ({ signal }) => callApi('proposeAll', { request: { from, breathingMinutes }, signal }),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    enabled: bookedIds.length === 0,
  });
  const { data } = proposals;
  return (
    <div className={page.page}>
      <StepHead title={say('all.title')} step={null} />
      {bookedIds.length > 0 ? (
        <BookedAll pairIds={bookedIds} />
      ) : (
        <Panel
          title={say('all.proposed')}
          {...(data === undefined
            ? {}
            : { aside: <Caption1>{say('all.looked', { until: sayDate(data.lookedUntil, today) })}</Caption1> })}
        >
          <Body1>{say('all.intro')}</Body1>
          <div className={styles.controls}>
            <Choice
              label={say('schedule.starting')}
              value={from}
              options={startsFrom(today).map((one) => ({ value: one.from, words: one.words }))}
              onChange={setFrom}
            />
            <Choice
              label={say('all.breathing')}
              value={String(breathingMinutes)}
              options={gaps.map((minutes) => ({
                value: String(minutes),
                words: say('all.breathingMinutes', { minutes }),
              }))}
              onChange={(minutes) => {
                setBreathing(Number(minutes));
              }}
            />
          </div>
          {proposals.error !== null && (
            <ErrorNotice
              error={proposals.error}
              onRetry={() => {
                void proposals.refetch();
              }}
            />
          )}
          {proposals.isFetching && <Spinner size="small" label={say('schedule.bestLoading')} />}
          {data !== undefined && (
            <Proposals key={`${from} ${String(breathingMinutes)}`} response={data} onBooked={setBookedIds} />
          )}
        </Panel>
      )}
    </div>
  );
}

interface ProposalsProps {
  readonly response: ProposeAllResponse;
  readonly onBooked: (pairIds: readonly string[]) => void;
}

function Proposals({ response, onBooked }: ProposalsProps) {
  const styles = useSchedulePageStyles();
  const [, navigate] = useLocation();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  // One identity per proposal for as long as it is shown: pressing twice books once.
  const [ids] = useState(() => new Map(response.proposals.map((proposal) => [proposal.pairId, crypto.randomUUID()])));
  const book = useChange('bookAll');
  const kept = response.proposals.flatMap(({ pairId, offer }) =>
    offer === null || left.has(pairId) ? [] : [{ pairId, offer }],
  );
  const count = kept.reduce((sum, { offer }) => sum + outcomeOf(offer, {}).count, 0);
  const finish = () => {
    const bookings = kept.map(({ pairId, offer }) => {
      const { moves, skips } = outcomeOf(offer, {});
      return {
        pairId,
        booking: { id: ids.get(pairId) ?? crypto.randomUUID(), plan: offer.plan, moves, skips, note: '' },
      };
    });
    const done = () => {
      onBooked(kept.map(({ pairId }) => pairId));
    };
    book.mutate({ request: { bookings } }, { onSuccess: done });
  };
  if (response.proposals.length === 0) {
    const back = (
      <Button
        onClick={() => {
          navigate('/people');
        }}
      >
        {say('people.title')}
      </Button>
    );
    return (
      <EmptyState title={say('all.done')} action={back}>
        {say('all.doneWhy')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={styles.list}>
        {response.proposals.map((proposal: Proposal) => (
          <ProposalRow
            key={proposal.pairId}
            proposal={proposal}
            isKept={!left.has(proposal.pairId)}
            onKeep={(isKept) => {
              const next = new Set(left);
              if (isKept) next.delete(proposal.pairId);
              else next.add(proposal.pairId);
              setLeft(next);
            }}
          />
        ))}
      </ul>
      {book.error !== null && <ErrorNotice error={book.error} safe={say('schedule.safe')} onRetry={finish} />}
      <div className={styles.foot}>
        <Caption1 className={styles.promise}>{say('all.mails')}</Caption1>
        <Button appearance="primary" disabledFocusable={book.isPending || kept.length === 0} onClick={finish}>
          {say('all.book', { people: kept.length, count })}
        </Button>
      </div>
    </>
  );
}
