import { Body1, Title3 } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useLocation } from 'wouter';
import type { HomeResponse, PairLine } from '#contract/pairs.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate, Zone } from '#core/time-types.ts';
import { useMe } from '../../api/use-me.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayLongDay, sayMoment, sayTime } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { DeliveryNotice } from '../../ui/DeliveryNotice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { DirectoryNotice } from './DirectoryNotice.tsx';
import { EmployeeHome } from './EmployeeHome.tsx';
import { isFirstDay, ManagerHome } from './ManagerHome.tsx';
import { usePageStyles } from './Page.styles.ts';

const HomeNews = lazyPart(async () => (await import('../../features/following/HomeNews.tsx')).HomeNews);

/** What is today, what waits for the reader, and where their one-to-ones stand. */
export function HomePage() {
  const styles = usePageStyles();
  const home = useRoute('home');
  if (home.isPending) return <PageSkeleton />;
  const retry = () => {
    void home.refetch();
  };
  return (
    <div className={styles.page}>
      {home.error !== null && <ErrorNotice error={home.error} onRetry={retry} />}
      {home.data !== undefined && <Home home={home.data} onRetry={retry} />}
    </div>
  );
}

function Home({ home, onRetry }: { readonly home: HomeResponse; readonly onRetry: () => void }) {
  const [, navigate] = useLocation();
  const styles = usePageStyles();
  const { today, zone } = useToday();
  const hasPeople = home.people.length > 0;
  return (
    <>
      <div className={styles.head}>
        <Title3 as="h1" className={styles.title}>
          <Greeting isFirst={isFirstDay(home)} />
        </Title3>
        <Body1 className={styles.quiet}>{subtitle(home, today, zone)}</Body1>
      </div>
      {home.directory !== null && <DirectoryNotice reason={home.directory} onRetry={onRetry} />}
      <DeliveryNotice deliveries={home.waiting} />
      <Suspense fallback={null}>
        <HomeNews
          onSchedule={(pairId, how) => {
            navigate(`/people/${pairId}/${how}`);
          }}
          onMeeting={(meetingId) => {
            navigate(`/meetings/${meetingId}`);
          }}
        />
      </Suspense>
      {hasPeople && <ManagerHome home={home} />}
      {!hasPeople && home.mine.map((pair) => <EmployeeHome key={pair.pairId} pair={pair} home={home} />)}
      {!hasPeople && home.mine.length === 0 && (
        <Panel title={say('home.noManager')}>
          <EmptyState title={say('home.noManagerWhy')} />
        </Panel>
      )}
    </>
  );
}

function Greeting({ isFirst }: { readonly isFirst: boolean }) {
  const me = useMe();
  const { now, zone } = useToday();
  const name = me.person.givenName;
  if (isFirst) return say('home.welcome', { name });
  const hour = Number(sayTime(now, zone).slice(0, 2));
  if (hour < 12) return say('home.morning', { name });
  return hour < 18 ? say('home.afternoon', { name }) : say('home.evening', { name });
}

function subtitle(home: HomeResponse, today: LocalDate, zone: Zone): string {
  if (isFirstDay(home)) {
    const count = home.people.length;
    return say('home.firstDay', { people: say('general.people', { count }), count });
  }
  const day = sayLongDay(today);
  const own = home.mine[0];
  if (home.people.length === 0 && own !== undefined) return ownSubtitle(own, day, today, zone);
  const held = home.today.filter(({ meeting }) => meeting.state !== 'cancelled' && meeting.state !== 'missed');
  return held.length === 0 ? say('home.dayNone', { day }) : say('home.dayCount', { day, count: held.length });
}

function ownSubtitle(own: PairLine, day: string, today: LocalDate, zone: Zone): string {
  const { next, other } = own;
  if (next === null) return say('home.dayNone', { day });
  if (localDateOf(next.start, zone) === today)
    return say('home.dayOwn', { day, name: other.givenName, time: sayTime(next.start, zone) });
  return say('home.dayOwnNext', { day, name: other.givenName, when: sayMoment(next.start, zone, today) });
}
