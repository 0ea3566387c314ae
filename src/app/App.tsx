import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useAppStyles } from './App.styles.ts';
import { ConnectionContext, type Connection } from './api/connection.ts';
import { forgetDrafts } from './api/kept-drafts.ts';
import { openConnection } from './api/open-connection.ts';
import { HostContext } from './host/host-context.ts';
import type { Host, HostPlace } from './host/host.ts';
import { SignedIn } from './surfaces/SignedIn.tsx';
import { Boundary } from './ui/Boundary.tsx';
import { PageSkeleton } from './ui/PageSkeleton.tsx';
import { lazyPart } from './ui/lazy-part.ts';
import { useTheme } from './ui/use-theme.ts';

const OutsidePage = lazyPart(async () => (await import('./surfaces/OutsidePage.tsx')).OutsidePage);

interface AppProps {
  readonly host: Host;
  /** How the line to the server is opened. */
  readonly connect?: typeof openConnection;
}

/** The whole client in one host: theme, line to the server, and the surface that belongs to the place. */
export function App({ host, connect = openConnection }: AppProps) {
  const styles = useAppStyles();
  const theme = useTheme(host);
  const { place, connection } = usePresence(host, connect);
  useEffect(() => {
    if (host.kind === 'none') host.notifyReady();
  }, [host]);
  if (theme === null) return null;
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      {/* Not on the provider: its class is copied onto whatever floats above the page. */}
      <div className={styles.ground}>
        <HostContext value={host}>
          <Suspense fallback={<PageSkeleton />}>
            {host.kind === 'none' ? (
              <OutsidePage />
            ) : (
              place !== null && (
                <ConnectionContext value={connection}>
                  <QueryClientProvider client={connection.queryClient}>
                    <Boundary>
                      <SignedIn place={place} />
                    </Boundary>
                  </QueryClientProvider>
                </ConnectionContext>
              )
            )}
          </Suspense>
        </HostContext>
      </div>
    </FluentProvider>
  );
}

/**
 * The place shown and the line to the server. While the host has put the page away, nothing read from the server stays; what the
 * person wrote and has not sent yet does.
 */
function usePresence(host: Host, connect: typeof openConnection): { place: HostPlace | null; connection: Connection } {
  const [place, setPlace] = useState<HostPlace | null>(host.place);
  const [connection] = useState(() => connect((wish) => host.getToken(wish)));
  const isHere = place !== null && host.kind !== 'none';
  useEffect(() => {
    if (!isHere) return;
    connection.live.start();
    return () => {
      connection.live.stop();
      connection.queryClient.clear();
    };
  }, [connection, isHere]);
  useEffect(() => {
    let person = host.place.userObjectId;
    host.onSuspend(() => {
      setPlace(null);
      return Promise.resolve();
    });
    host.onResume((next) => {
      if (next.userObjectId !== person) {
        forgetDrafts();
        connection.outbox.forget();
      }
      person = next.userObjectId;
      setPlace(next);
    });
  }, [host, connection]);
  return { place, connection };
}
