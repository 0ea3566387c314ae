import '../text/say-personal.ts';
import { Suspense, lazy, useEffect } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import type { HostPlace } from '../host/host.ts';
import { OfflineNotice } from '../ui/OfflineNotice.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { HomePage } from './personal/HomePage.tsx';
import { TopBar } from './personal/TopBar.tsx';

const PeoplePage = lazy(async () => ({ default: (await import('./personal/PeoplePage.tsx')).PeoplePage }));
const PersonPage = lazy(async () => ({ default: (await import('./personal/PersonPage.tsx')).PersonPage }));
const SchedulePage = lazy(async () => ({ default: (await import('./personal/SchedulePage.tsx')).SchedulePage }));
const ScheduleAllPage = lazy(async () => ({
  default: (await import('./personal/ScheduleAllPage.tsx')).ScheduleAllPage,
}));
const PolicyPage = lazy(async () => ({ default: (await import('./personal/PolicyPage.tsx')).PolicyPage }));
const MeetingPage = lazy(async () => ({ default: (await import('./meeting/MeetingPage.tsx')).MeetingPage }));

const linkedPlace = /^(?:people|meetings)\/[0-9a-f-]{36}(?:\/[a-z]+)?$|^people$|^policy$/;

interface PersonalTabProps {
  readonly place: HostPlace;
}

/** Duologue on its own in Teams, Outlook or Microsoft 365. */
export function PersonalTab({ place }: PersonalTabProps) {
  const { subPageId } = place;
  useEffect(() => {
    const linked = subPageId?.replace(/^\//, '') ?? '';
    if (linkedPlace.test(linked)) navigate(`/${linked}`, { replace: true });
  }, [subPageId]);
  return (
    <Router hook={useHashLocation}>
      <TopBar />
      <OfflineNotice />
      <main>
        <Suspense fallback={<PageSkeleton />}>
          <Switch>
            <Route path="/">{() => <HomePage />}</Route>
            <Route path="/people">{() => <PeoplePage />}</Route>
            <Route path="/people/schedule-all">{() => <ScheduleAllPage />}</Route>
            <Route path="/people/:pairId/schedule">
              {({ pairId }) => <SchedulePage key={pairId} pairId={pairId} />}
            </Route>
            <Route path="/people/:pairId/:tab?">
              {({ pairId, tab }) => <PersonPage key={pairId} pairId={pairId} tab={tab} />}
            </Route>
            <Route path="/meetings/:meetingId">
              {({ meetingId }) => <MeetingPage key={meetingId} meetingId={meetingId} />}
            </Route>
            <Route path="/policy">{() => <PolicyPage />}</Route>
            <Route>{() => <Redirect to="/" />}</Route>
          </Switch>
        </Suspense>
      </main>
    </Router>
  );
}
