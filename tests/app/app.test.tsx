import { act, render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { openConnection } from '../../src/app/api/open-connection.ts';
import type { Host, HostPlace, HostTheme } from '../../src/app/host/host.ts';
import { answering, giving, refusing } from './support/answering.ts';
import { home, me, pair, policy, tomasz } from './support/views.ts';

const place: HostPlace = {
  frameContext: 'content',
  chatId: null,
  meetingId: null,
  subPageId: null,
  locale: 'en-gb',
  hostName: 'Teams',
  userObjectId: 'person-priya',
  appointment: null,
};

interface Played {
  readonly host: Host;
  readonly wishes: unknown[];
  suspend(): Promise<void>;
  resume(next: HostPlace): void;
  changeTheme(theme: HostTheme): void;
}

function playHost(): Played {
  const wishes: unknown[] = [];
  let suspend: () => Promise<void> = () => Promise.resolve();
  let resume: (next: HostPlace) => void = () => undefined;
  let changeTheme: (theme: HostTheme) => void = () => undefined;
  const host: Host = {
    kind: 'teams',
    place,
    theme: 'light',
    sentItemsAddress: '',
    getToken: (wish) => {
      wishes.push(wish);
      return Promise.resolve('token');
    },
    onThemeChange: (listener) => (changeTheme = listener),
    notifyReady: () => undefined,
    openLink: () => Promise.resolve(),
    onSuspend: (listener) => (suspend = listener),
    onResume: (listener) => (resume = listener),
  };
  return {
    host,
    wishes,
    suspend: () => suspend(),
    resume: (next) => {
      resume(next);
    },
    changeTheme: (theme) => {
      changeTheme(theme);
    },
  };
}

function serve(part: Parameters<typeof home>[0] = {}) {
  const server = answering({ me: () => giving(me), home: () => giving(home(part)), policy: () => giving(policy) });
  return server;
}

describe('the client in its host', () => {
  test('nothing of a pair stays on the page while the host has put it away, and it is read anew for whoever comes back', async () => {
    const server = serve();
    const played = playHost();
    render(<App host={played.host} connect={(getToken) => openConnection(getToken, server.fetch)} />);
    expect(await screen.findByText('Tomasz Zieliński', {}, { timeout: 10_000 })).toBeDefined();
    await act(() => played.suspend());
    expect(document.body.textContent).not.toContain('Tomasz');
    server.answers.home = () => giving(home({ people: [pair({ other: { ...tomasz, displayName: 'Grace Mbatha' } })] }));
    act(() => {
      played.resume({ ...place, userObjectId: 'somebody-else' });
    });
    expect(await screen.findByText('Grace Mbatha', {}, { timeout: 10_000 })).toBeDefined();
    expect(document.body.textContent).not.toContain('Tomasz');
  });

  test('consent that is missing is explained before Microsoft asks for it', async () => {
    const server = serve();
    server.answers.me = () => refusing('consent-needed', 403);
    const played = playHost();
    render(<App host={played.host} connect={(getToken) => openConnection(getToken, server.fetch)} />);
    const go = await screen.findByRole('button', { name: 'Continue to Microsoft' }, { timeout: 10_000 });
    expect(screen.getByText('Send mail as you')).toBeDefined();
    server.answers.me = () => giving(me);
    act(() => {
      go.click();
    });
    expect(await screen.findByText('Tomasz Zieliński', {}, { timeout: 10_000 })).toBeDefined();
    expect(played.wishes).toContainEqual({ interactive: true, fresh: true });
  });
});
