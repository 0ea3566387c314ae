import { Suspense, useEffect } from 'react';
import { ApiError } from '../api/api-error.ts';
import { setServerNow } from '../api/server-clock.ts';
import { MeContext } from '../api/use-me.ts';
import { useRoute } from '../api/use-route.ts';
import { useReadAhead } from '../features/meeting/use-read-ahead.ts';
import { useHost } from '../host/host-context.ts';
import type { HostPlace } from '../host/host.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { lazyPart } from '../ui/lazy-part.ts';

const ConsentPage = lazyPart(async () => (await import('./ConsentPage.tsx')).ConsentPage);
const surfaces = {
  personal: lazyPart(async () => (await import('./PersonalTab.tsx')).PersonalTab),
  panel: lazyPart(async () => (await import('./MeetingPanel.tsx')).MeetingPanel),
  meeting: lazyPart(async () => (await import('./MeetingTab.tsx')).MeetingTab),
  pane: lazyPart(async () => (await import('./OutlookPane.tsx')).OutlookPane),
} as const;

interface SignedInProps {
  readonly place: HostPlace;
}

/** Signs in, then shows the surface that belongs to the place. Its code and what it reads first come meanwhile. */
export function SignedIn({ place }: SignedInProps) {
  const host = useHost();
  const me = useRoute('me', { staleTime: Infinity });
  const isSettled = !me.isPending;
  const surface = surfaceOf(place);
  useReadAhead(place, surface !== 'personal');
  useEffect(() => {
    surfaces[surface].fetch().catch(() => undefined);
  }, [surface]);
  useEffect(() => {
    if (me.data !== undefined) setServerNow(me.data.now);
  }, [me.data]);
  useEffect(() => {
    if (isSettled) host.notifyReady();
  }, [host, isSettled]);
  const retry = () => {
    void me.refetch();
  };
  if (me.isPending) return <PageSkeleton />;
  if (me.data === undefined) {
    return isConsentError(me.error) ? (
      <ConsentPage onGranted={retry} />
    ) : (
      <ErrorNotice error={me.error} onRetry={retry} />
    );
  }
  const Surface = surfaces[surface];
  return (
    <MeContext value={me.data}>
      <Suspense fallback={<PageSkeleton />}>
        <Surface place={place} />
      </Suspense>
    </MeContext>
  );
}

function surfaceOf(place: HostPlace): keyof typeof surfaces {
  if (place.frameContext === 'outlook-pane') return 'pane';
  if (place.frameContext === 'sidePanel') return 'panel';
  return place.chatId === null ? 'personal' : 'meeting';
}

const asksThePerson: ReadonlySet<string> = new Set(['consent-needed', 'sign-in-needed', 'claims-needed']);

/** Whether an error means that Microsoft has to ask the person first. */
function isConsentError(error: Error): boolean {
  return error instanceof ApiError && asksThePerson.has(error.code);
}
