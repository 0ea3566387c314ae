import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { ConnectionContext, type Connection } from '../../../src/app/api/connection.ts';
import { openConnection } from '../../../src/app/api/open-connection.ts';
import { setServerNow } from '../../../src/app/api/server-clock.ts';
import { MeContext } from '../../../src/app/api/use-me.ts';
import { HostContext } from '../../../src/app/host/host-context.ts';
import type { Host } from '../../../src/app/host/host.ts';
import '../../../src/app/text/say-personal.ts';
import type { Answering } from './answering.ts';
import { me, now } from './views.ts';

/** A page on the screen: where it has gone and which addresses it asked the host to open. */
export interface Shown {
  readonly connection: Connection;
  readonly opened: string[];
  readonly visited: () => string;
}

/** Shows part of the client as it stands inside a host, at Thursday 26 November 2026, 09:40 in London. */
export function show(element: ReactElement, server: Answering, startAt = '/'): Shown {
  setServerNow(now);
  const opened: string[] = [];
  const connection = openConnection(() => Promise.resolve('token'), server.fetch);
  const { hook, history } = memoryLocation({ path: startAt, record: true });
  render(
    <FluentProvider theme={teamsLightTheme}>
      <HostContext value={hostAt(opened)}>
        <ConnectionContext value={connection}>
          <QueryClientProvider client={connection.queryClient}>
            <MeContext value={me}>
              <Router hook={hook}>{element}</Router>
            </MeContext>
          </QueryClientProvider>
        </ConnectionContext>
      </HostContext>
    </FluentProvider>,
  );
  return { connection, opened, visited: () => history.at(-1) ?? startAt };
}

function hostAt(opened: string[]): Host {
  return {
    kind: 'teams',
    place: {
      frameContext: 'content',
      chatId: null,
      meetingId: null,
      subPageId: null,
      locale: 'en-gb',
      hostName: 'Teams',
      userObjectId: null,
      appointment: null,
    },
    theme: 'light',
    sentItemsAddress: 'https://outlook.office.com/mail/sentitems',
    getToken: () => Promise.resolve('token'),
    onThemeChange: () => undefined,
    notifyReady: () => undefined,
    openLink(address) {
      opened.push(address);
      return Promise.resolve();
    },
    onSuspend: () => undefined,
    onResume: () => undefined,
  };
}
