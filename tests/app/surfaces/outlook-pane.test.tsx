import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { forgetDrafts } from '../../../src/app/api/kept-drafts.ts';
import { OutlookPane } from '../../../src/app/surfaces/OutlookPane.tsx';
import { meetingPlace, meetingServer, meetingView } from '../support/meeting-view.ts';
import { show } from '../support/show.tsx';
import { idOf } from '../support/views.ts';

configure({ asyncUtilTimeout: 10_000 });
afterEach(forgetDrafts);

const place = { ...meetingPlace, chatId: null, appointment: { eventId: 'AAMk=', start: '2026-12-10T10:00:00.000Z' } };
const ahead = { state: 'planned', start: '2026-12-10T10:00:00.000Z', end: '2026-12-10T10:45:00.000Z' } as const;
const jotting = {
  id: idOf(711),
  text: 'Thank him for mentoring Yusuf',
  at: '2026-11-25T10:00:00.000Z',
  promptId: null,
  sharedItemId: null,
};

describe('beside an Outlook appointment', () => {
  test('[C1] the pane finds its one-to-one by the appointment, and shows agenda, open actions and the clause', async () => {
    const server = meetingServer(meetingView({ jottings: [jotting] }, ahead));
    const page = show(<OutlookPane place={place} />, server);
    expect(await screen.findByText('Thu 10 Dec, 10:00, in 14 days')).toBeDefined();
    expect(server.callsOf('findMeeting')[0]?.query).toEqual({ eventId: 'AAMk=', start: '2026-12-10T10:00:00.000Z' });
    const actions = screen.getByRole('list', { name: 'Open actions' });
    expect(within(actions).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Clause OUT-1: what it says' })).toBeDefined();
    expect(screen.queryByText(jotting.text)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Open in Teams' }));
    expect(page.opened).toEqual(['https://teams.microsoft.com/l/meetup-join/one']);
  });

  test('an item is added from here, and stands on the agenda at once', async () => {
    const server = meetingServer(meetingView({}, ahead));
    show(<OutlookPane place={place} />, server);
    await userEvent.click(await screen.findByRole('button', { name: 'Add item' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'What to talk about' }), 'Study half-days{Enter}');
    expect(await screen.findByText('Study half-days')).toBeDefined();
    await waitFor(() => {
      expect(server.callsOf('addItem')[0]?.body).toMatchObject({ title: 'Study half-days', minutes: 5 });
    });
  });

  test('any other appointment is said not to be a one-to-one of theirs', async () => {
    const server = meetingServer(meetingView());
    server.answers.findMeeting = () => new Response(JSON.stringify({ meetingId: null, pairId: null }));
    show(<OutlookPane place={place} />, server);
    expect(await screen.findByText('Not one of your one-to-ones')).toBeDefined();
  });
});
