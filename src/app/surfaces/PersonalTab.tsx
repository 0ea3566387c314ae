import '../text/say-personal.ts';
import { Suspense, useEffect } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import type { HostPlace } from '../host/host.ts';
import { OfflineNotice } from '../ui/OfflineNotice.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { useFocusWhenLost } from '../ui/use-focus-when-lost.ts';
import { HomePage } from './personal/HomePage.tsx';
import { TopBar } from './personal/TopBar.tsx';
import { lazyPart } from '../ui/lazy-part.ts';

const PeoplePage = lazyPart(async () => (await import('./personal/PeoplePage.tsx')).PeoplePage);
const PersonPage = lazyPart(async () => (await import('./personal/PersonPage.tsx')).PersonPage);
const SchedulePage = lazyPart(async () => (await import('./personal/SchedulePage.tsx')).SchedulePage);
const ChangeSeriesPage = lazyPart(async () => (await import('./personal/ChangeSeriesPage.tsx')).ChangeSeriesPage);
const ScheduleAllPage = lazyPart(async () => (await import('./personal/ScheduleAllPage.tsx')).ScheduleAllPage);
const PolicyPage = lazyPart(async () => (await import('./personal/PolicyPage.tsx')).PolicyPage);
const PoliciesPage = lazyPart(async () => (await import('./personal/PoliciesPage.tsx')).PoliciesPage);
const HandOverPage = lazyPart(async () => (await import('./personal/HandOverPage.tsx')).HandOverPage);
const BookForManyPage = lazyPart(async () => (await import('./personal/BookForManyPage.tsx')).BookForManyPage);
const ComparisonPage = lazyPart(async () => (await import('./personal/ComparisonPage.tsx')).ComparisonPage);
const MeetingPage = lazyPart(async () => (await import('./meeting/MeetingPage.tsx')).MeetingPage);

const linkedPlace =
  /^(?:people|meetings)\/[0-9a-f-]{36}(?:\/[a-z]+)?$|^people$|^policy$|^policies$|^book-for-many$|^hand-over$/;

// Pages likely to be next, so that opening one neither waits nor needs the network.
const idleMilliseconds = 3000;

function fetchAhead(): void {
  if (!navigator.onLine) return;
  const ignore = () => undefined;
  for (const page of [PersonPage, MeetingPage, SchedulePage]) page.fetch().catch(ignore);
}

interface PersonalTabProps {
  readonly place: HostPlace;
}

/** Duologue on its own in Teams, Outlook or Microsoft 365. */
export function PersonalTab({ place }: PersonalTabProps) {
  const { subPageId } = place;
  const [location] = useHashLocation();
  const main = useFocusWhenLost<HTMLElement>(location);
  useEffect(() => {
    const linked = subPageId?.replace(/^\//, '') ?? '';
    if (linkedPlace.test(linked)) navigate(`/${linked}`, { replace: true });
  }, [subPageId]);
  useEffect(() => {
    const timer = setTimeout(fetchAhead, idleMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <Router hook={useHashLocation}>
      <TopBar />
      <OfflineNotice />
      <main ref={main} tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Switch>
            <Route path="/">{() => <HomePage />}</Route>
            <Route path="/people">{() => <PeoplePage />}</Route>
            <Route path="/people/schedule-all">{() => <ScheduleAllPage />}</Route>
            <Route path="/people/:pairId/schedule">
              {({ pairId }) => <SchedulePage key={pairId} pairId={pairId} />}
            </Route>
            <Route path="/people/:pairId/change">
              {({ pairId }) => <ChangeSeriesPage key={pairId} pairId={pairId} />}
            </Route>
            <Route path="/people/:pairId/:tab?">
              {({ pairId, tab }) => <PersonPage key={pairId} pairId={pairId} tab={tab} />}
            </Route>
            <Route path="/meetings/:meetingId">
              {({ meetingId }) => <MeetingPage key={meetingId} meetingId={meetingId} />}
            </Route>
            <Route path="/book-for-many">{() => <BookForManyPage />}</Route>
            <Route path="/hand-over">{() => <HandOverPage />}</Route>
            <Route path="/policies">{() => <PoliciesPage />}</Route>
            <Route path="/policies/:versionId">
              {({ versionId }) => <ComparisonPage key={versionId} versionId={versionId} />}
            </Route>
            <Route path="/policy">{() => <PolicyPage />}</Route>
            <Route>{() => <Redirect to="/" />}</Route>
          </Switch>
        </Suspense>
      </main>
    </Router>
  );
}
