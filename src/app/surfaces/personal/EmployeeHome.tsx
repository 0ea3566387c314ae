import { Link } from '@fluentui/react-components';
import { Suspense } from 'react';
import { Link as RouteLink } from 'wouter';
import type { HomeResponse, PairLine } from '#contract/pairs.ts';
import { useRoute } from '../../api/use-route.ts';
import { Expectations } from '../../features/home/Expectations.tsx';
import { recordNeeds } from '../../features/home/needs.ts';
import { NeedsYou } from '../../features/home/NeedsYou.tsx';
import { NextOneToOne } from '../../features/home/NextOneToOne.tsx';
import { SaidAndGiven } from '../../features/home/SaidAndGiven.tsx';
import { ChangeMeetingDialog } from '../../features/meeting/ChangeMeetingDialog.tsx';
import { MeasureList } from '../../features/measures/MeasureList.tsx';
import { say } from '../../text/say.ts';
import { BookingProgress } from '../../ui/BookingProgress.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useDialogOnDemand } from '../../ui/use-dialog.ts';
import { ActionsCard } from './ActionsCard.tsx';
import { usePageStyles } from './Page.styles.ts';

const OpenObjectives = lazyPart(
  async () => (await import('../../features/objectives/OpenObjectives.tsx')).OpenObjectives,
);

const BetterTimes = lazyPart(async () => (await import('../../features/rescheduling/BetterTimes.tsx')).BetterTimes);

interface EmployeeHomeProps {
  readonly pair: PairLine;
  readonly home: HomeResponse;
}

/** Home of somebody without people: the next one-to-one with their manager, and what each has taken on. */
export function EmployeeHome({ pair, home }: EmployeeHomeProps) {
  const styles = usePageStyles();
  const change = useDialogOnDemand<'change'>();
  const { next, other, pairId } = pair;
  const meeting = useRoute('meeting', { params: { meetingId: next?.id ?? '' }, enabled: next !== null });
  const whole = useRoute('pair', { params: { pairId } });
  const name = other.givenName;
  const waiting = recordNeeds(home);
  const support = whole.data?.support ?? [];
  const measures = whole.data?.measures ?? [];
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {pair.series?.state === 'being-booked' && <BookingProgress pair={pair} />}
        {next === null ? (
          <Panel title={say('home.next')}>
            <EmptyState title={say('home.nothingBooked')}>{say('home.nothingBookedWhy', { name })}</EmptyState>
          </Panel>
        ) : (
          <NextOneToOne
            pair={pair}
            meeting={next}
            detail={meeting.data}
            onChange={() => {
              change.ask('change');
            }}
          />
        )}
        <div className={styles.halves}>
          <ActionsCard title={say('home.myActions')} actions={home.myActions} empty={say('home.noActions')} />
          <ActionsCard
            title={say('home.theirActions', { name })}
            actions={home.theirActions}
            empty={say('home.noTheirActions')}
            isTheirs
          />
        </div>
        <Suspense fallback={null}>
          <OpenObjectives
            pairId={pairId}
            aside={
              <RouteLink href={`/people/${pairId}/objectives`} asChild>
                <Link>{say('general.seeAll')}</Link>
              </RouteLink>
            }
          />
        </Suspense>
        {measures.length > 0 && (
          <Panel
            title={say('home.stats')}
            aside={
              <RouteLink href={`/people/${pairId}/stats`} asChild>
                <Link>{say('home.statsAll')}</Link>
              </RouteLink>
            }
          >
            <MeasureList measures={measures} />
          </Panel>
        )}
      </div>
      <div className={styles.column}>
        {waiting.length > 0 && <NeedsYou needs={waiting} />}
        <Suspense fallback={null}>
          <BetterTimes pairs={[pair]} />
        </Suspense>
        <Expectations findings={whole.data?.findings ?? (pair.cadence === null ? [] : [pair.cadence])} />
        {support.length > 0 && whole.data !== undefined && (
          <SaidAndGiven support={support} people={[whole.data.me, other]} />
        )}
      </div>
      {change.asked !== null && next !== null && (
        <ChangeMeetingDialog
          key={change.key}
          meeting={next}
          other={other}
          supervising={pair.supervising}
          onClose={change.done}
        />
      )}
    </div>
  );
}
