import { Body1, Link } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { Link as RouteLink } from 'wouter';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PairResponse } from '#contract/pairs.ts';
import type { LocalDate } from '#core/time-types.ts';
import { ActionLine } from '../../features/actions/ActionLine.tsx';
import { MeasureList } from '../../features/measures/MeasureList.tsx';
import { MeasuresTab } from '../../features/measures/MeasuresTab.tsx';
import { AskedList } from '../../features/person/AskedList.tsx';
import { MeetingTimeline } from '../../features/person/MeetingTimeline.tsx';
import { SupportGiven } from '../../features/person/SupportGiven.tsx';
import { say } from '../../text/say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { usePersonPageStyles } from './PersonPage.styles.ts';

const FoundPoints = lazyPart(async () => (await import('../../features/record/FoundPoints.tsx')).FoundPoints);
const DutiesPanel = lazyPart(async () => (await import('../../features/form/DutiesPanel.tsx')).DutiesPanel);
const AgreementTab = lazyPart(async () => (await import('../../features/agreement/AgreementTab.tsx')).AgreementTab);
const ObjectivesTab = lazyPart(async () => (await import('../../features/objectives/ObjectivesTab.tsx')).ObjectivesTab);
const AsOf = lazyPart(async () => (await import('../../features/policy/AsOf.tsx')).AsOf);
const AskedOn = lazyPart(async () => (await import('../../features/person/AskedOn.tsx')).AskedOn);
const ArrangementList = lazyPart(
  async () => (await import('../../features/person/ArrangementList.tsx')).ArrangementList,
);
const ReschedulingWish = lazyPart(
  async () => (await import('../../features/rescheduling/ReschedulingWish.tsx')).ReschedulingWish,
);
const PairRules = lazyPart(async () => (await import('../../features/policy/PairRules.tsx')).PairRules);

export const personTabs = [
  'overview',
  'meetings',
  'actions',
  'said',
  'objectives',
  'stats',
  'agreement',
  'asked',
] as const;

const timelineLength = 7;

interface PersonTabProps {
  readonly detail: PairResponse;
  readonly tab: (typeof personTabs)[number];
}

/** One part of the page about a person. */
export function PersonTab({ detail, tab }: PersonTabProps) {
  if (tab === 'overview') return <Overview detail={detail} />;
  if (tab === 'meetings') return <Meetings detail={detail} />;
  if (tab === 'actions') return <Actions detail={detail} />;
  if (tab === 'said') return <Said detail={detail} />;
  if (tab === 'stats') return <MeasuresTab pairId={detail.pair.pairId} measures={detail.measures} />;
  if (tab === 'asked') return <Asked detail={detail} />;
  const { pairId } = detail.pair;
  return (
    <Suspense fallback={<PageSkeleton rows={4} />}>
      {tab === 'objectives' ? <ObjectivesTab pairId={pairId} /> : <AgreementTab pairId={pairId} />}
    </Suspense>
  );
}

function Said({ detail: { pair, me } }: Pick<PersonTabProps, 'detail'>) {
  return (
    <Panel title={say('person.tab.said')}>
      <Suspense fallback={null}>
        <FoundPoints pairId={pair.pairId} people={[me, pair.other]} />
      </Suspense>
    </Panel>
  );
}

function Asked({ detail }: Pick<PersonTabProps, 'detail'>) {
  const styles = usePersonPageStyles();
  const { today } = useToday();
  const [on, setOn] = useState<LocalDate | null>(null);
  const { pair } = detail;
  return (
    <div className={styles.column}>
      <Suspense fallback={<PageSkeleton rows={4} />}>
        <AsOf on={on} today={today} onChange={setOn} />
        <AskedOn detail={detail} on={on} />
        <ArrangementList detail={detail} />
        <PairRules pairId={pair.pairId} employee={pair.supervising ? pair.other : null} on={on} />
      </Suspense>
    </div>
  );
}

function Overview({ detail }: Pick<PersonTabProps, 'detail'>) {
  const styles = usePersonPageStyles();
  const { pair, measures, openActions, meetings } = detail;
  const { now } = useToday();
  const lately = lateMeetings(meetings, pair.next?.id ?? null, now);
  return (
    <div className={styles.overview}>
      <Panel
        title={say('person.meetings')}
        aside={
          <TabLink to={`/people/${pair.pairId}/meetings`}>
            {say('person.allMeetings', { count: meetings.length })}
          </TabLink>
        }
      >
        {lately.length === 0 ? (
          <EmptyState title={say('person.noMeetings')}>{say('person.noMeetingsWhy')}</EmptyState>
        ) : (
          <MeetingTimeline pair={pair} meetings={lately} />
        )}
      </Panel>
      <div className={styles.column}>
        <ActionsPanel title={say('person.openActions')} detail={detail} actions={openActions} />
        <SupportGiven detail={detail} />
        <Suspense fallback={null}>
          <DutiesPanel pairId={pair.pairId} />
        </Suspense>
      </div>
      <div className={styles.column}>
        <AskedList pair={detail} />
        {measures.length > 0 && (
          <Panel
            title={say('person.stats')}
            aside={<TabLink to={`/people/${pair.pairId}/stats`}>{say('general.seeAll')}</TabLink>}
          >
            <MeasureList measures={measures} />
          </Panel>
        )}
      </div>
    </div>
  );
}

function TabLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <RouteLink href={to} asChild>
      <Link>{children}</Link>
    </RouteLink>
  );
}

/**
 * The next one and, where that is of another kind, the next one-to-one; then what was, newest first. Of those called off that were
 * still to come only the first, so that a series that is gone does not stand before what was held.
 */
function lateMeetings(meetings: readonly MeetingLine[], nextId: string | null, now: string): MeetingLine[] {
  const isCalledOff = ({ state, start }: MeetingLine): boolean => state === 'cancelled' && start > now;
  const calledOff = meetings.filter(isCalledOff).sort((a, b) => a.start.localeCompare(b.start));
  const past = meetings.filter(
    (one) => one.state !== 'planned' && one.id !== nextId && (!isCalledOff(one) || one === calledOff[0]),
  );
  const first = meetings.find(({ id }) => id === nextId);
  const coming = meetings
    .filter(({ state, start }) => state === 'planned' && first !== undefined && start >= first.start)
    .sort((a, b) => a.start.localeCompare(b.start));
  const oneToOne = coming.find(({ kind, id }) => kind === 'one-to-one' && id !== nextId);
  const next = first === undefined ? [] : [first];
  if (first !== undefined && first.kind !== 'one-to-one' && oneToOne !== undefined) next.push(oneToOne);
  return [...next, ...past.sort((a, b) => b.start.localeCompare(a.start))].slice(0, timelineLength);
}

function Meetings({ detail }: Pick<PersonTabProps, 'detail'>) {
  const styles = usePersonPageStyles();
  const { pair, meetings } = detail;
  const sorted = [...meetings].sort((a, b) => b.start.localeCompare(a.start));
  return (
    <div className={styles.column}>
      <Panel title={say('person.meetings')} count={meetings.length}>
        {sorted.length === 0 ? (
          <EmptyState title={say('person.noMeetings')}>{say('person.noMeetingsWhy')}</EmptyState>
        ) : (
          <MeetingTimeline pair={pair} meetings={sorted} />
        )}
      </Panel>
      <Suspense fallback={null}>
        <ReschedulingWish pair={pair} />
      </Suspense>
    </div>
  );
}

function Actions({ detail }: Pick<PersonTabProps, 'detail'>) {
  const styles = usePersonPageStyles();
  return (
    <div className={styles.column}>
      <ActionsPanel title={say('person.openActions')} detail={detail} actions={detail.openActions} />
      {detail.settledActions.length > 0 && (
        <ActionsPanel title={say('person.settledActions')} detail={detail} actions={detail.settledActions} />
      )}
    </div>
  );
}

interface ActionsPanelProps {
  readonly title: string;
  readonly detail: PairResponse;
  readonly actions: readonly ActionView[];
}

function ActionsPanel({ title, detail, actions }: ActionsPanelProps) {
  const styles = usePersonPageStyles();
  const people = [detail.me, detail.pair.other];
  return (
    <Panel title={title} {...(actions.length === 0 ? {} : { count: actions.length })}>
      {actions.length === 0 && <Body1 className={styles.quiet}>{say('person.noOpenActions')}</Body1>}
      <div className={styles.actions}>
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} people={people} showOwner />
        ))}
      </div>
    </Panel>
  );
}
