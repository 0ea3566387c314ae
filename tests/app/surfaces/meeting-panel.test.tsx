import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { forgetDrafts } from '../../../src/app/api/kept-drafts.ts';
import { MeetingPanel } from '../../../src/app/surfaces/MeetingPanel.tsx';
import { refusing, silence, type Answering } from '../support/answering.ts';
import { item, meetingPlace, meetingServer, meetingView, point } from '../support/meeting-view.ts';
import { show } from '../support/show.tsx';
import { action, delivery, idOf, priya, tomasz } from '../support/views.ts';

// Parts of the surface come when they are first shown, and on a busy machine that takes a while.
configure({ asyncUtilTimeout: 10_000 });
afterEach(forgetDrafts);

function showPanel(server: Answering): ReturnType<typeof show> {
  return show(<MeetingPanel place={meetingPlace} />, server);
}

async function captureBox(): Promise<HTMLElement> {
  return screen.findByRole('textbox', { name: /Type a point or an action/ });
}

async function goTo(part: string): Promise<void> {
  await userEvent.click(await screen.findByRole('tab', { name: part }));
}

describe('capturing in the side panel', () => {
  test('[C3] owner and date recognised in a typed sentence show before anything is saved, and Enter adds the action', async () => {
    const server = meetingServer(meetingView());
    showPanel(server);
    await userEvent.type(await captureBox(), 'Tomasz to chase Hallam Heating by Wednesday');
    expect(screen.getByRole('button', { name: 'Tomasz does it. Change to Priya' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'By Wed 2 Dec. Change the date' })).toBeDefined();
    expect(server.callsOf('addAction')).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(server.callsOf('addAction')[0]?.body).toMatchObject({
        text: 'Chase Hallam Heating',
        ownerId: tomasz.id,
        dueOn: '2026-12-02',
        itemId: idOf(602),
      });
    });
    expect(await screen.findByText('Chase Hallam Heating')).toBeDefined();
    expect(await captureBox()).toHaveProperty('value', '');
  });

  test('[C3] the recognised owner can be changed before saving', async () => {
    const server = meetingServer(meetingView());
    showPanel(server);
    await userEvent.type(await captureBox(), 'Tomasz to chase Hallam Heating');
    await userEvent.click(screen.getByRole('button', { name: 'Tomasz does it. Change to Priya' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add action' }));
    await waitFor(() => {
      expect(server.callsOf('addAction')[0]?.body).toMatchObject({ ownerId: priya.id, dueOn: null });
    });
  });

  test('Ctrl+Enter keeps the sentence as a point under the open item, word for word', async () => {
    const server = meetingServer(meetingView());
    showPanel(server);
    await userEvent.type(await captureBox(), 'Two flats still wait, by Friday at the latest');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Two flats still wait, by Friday at the latest')).toBeDefined();
    await waitFor(() => {
      expect(server.callsOf('addPoint')[0]?.body).toMatchObject({
        text: 'Two flats still wait, by Friday at the latest',
        itemId: idOf(602),
      });
    });
    expect(server.callsOf('addAction')).toEqual([]);
  });

  test('what nobody answered stays on the screen and says that it is not sent yet', async () => {
    const server = meetingServer(meetingView());
    const sent = server.answers.addPoint;
    server.answers.addPoint = silence;
    const page = showPanel(server);
    await userEvent.type(await captureBox(), 'Hallam can do both on Monday');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Hallam can do both on Monday')).toBeDefined();
    expect(await screen.findByText('Not sent yet')).toBeDefined();
    if (sent !== undefined) server.answers.addPoint = sent;
    page.connection.outbox.tryNow();
    await waitFor(() => {
      expect(screen.queryByText('Not sent yet')).toBeNull();
    });
    expect(screen.getAllByText('Hallam can do both on Monday')).toHaveLength(1);
  });

  test('a line the server says no to is shown with its words, and goes back into the box when asked', async () => {
    const server = meetingServer(meetingView());
    server.answers.addPoint = () => refusing('meeting-closed', 409);
    showPanel(server);
    await userEvent.type(await captureBox(), 'One more thing about the rota');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/This meeting has been closed/)).toBeDefined();
    await userEvent.click(await screen.findByRole('button', { name: 'Put back in the box' }));
    expect(await captureBox()).toHaveProperty('value', 'One more thing about the rota');
  });

  test('somebody else’s point can become an action, but not be changed', async () => {
    showPanel(meetingServer(meetingView({ points: [point({ authorId: tomasz.id })] })));
    await userEvent.click(await screen.findByRole('button', { name: /More for “Six flats/ }));
    expect(screen.getByRole('button', { name: /Make an action of “Six flats/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  });
});

describe('an action agreed just now', () => {
  test('[C3] can be put into other words while the meeting lasts', async () => {
    const server = meetingServer(
      meetingView({ newActions: [action({ id: idOf(704), text: 'Chase Halam', itemId: idOf(602) })] }),
    );
    showPanel(server);
    await userEvent.click(await screen.findByRole('button', { name: 'Change the action “Chase Halam”' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Change wording' }));
    const words = await screen.findByRole('textbox', { name: 'What is to be done' });
    await userEvent.clear(words);
    await userEvent.type(words, 'Chase Hallam{Enter}');
    await waitFor(() => {
      expect(server.callsOf('changeAction')[0]?.body).toMatchObject({
        step: { kind: 'reworded', text: 'Chase Hallam' },
      });
    });
  });
});

describe('last time’s actions', () => {
  test('the late one comes with its date and what can become of it, and done moves the count on', async () => {
    const server = meetingServer(meetingView());
    showPanel(server);
    await goTo('Last time');
    expect(await screen.findByText('Agreed on Thu 12 Nov')).toBeDefined();
    expect(screen.getByText('was due Tue 24 Nov')).toBeDefined();
    expect(screen.getByText('1 of 3 looked at')).toBeDefined();
    await userEvent.click(await screen.findByRole('button', { name: 'Done' }));
    expect(await screen.findByText('2 of 3 looked at')).toBeDefined();
    await waitFor(() => {
      expect(server.callsOf('changeAction')[0]?.body).toEqual({ meetingId: idOf(500), step: { kind: 'done' } });
    });
  });

  test('an action is dropped only with a reason', async () => {
    const server = meetingServer(meetingView());
    showPanel(server);
    await goTo('Last time');
    await userEvent.click(await screen.findByRole('button', { name: 'Drop' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Drop it' }));
    expect(server.callsOf('changeAction')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: 'Why, in a few words' }), 'Facilities fitted one{Enter}');
    await waitFor(() => {
      expect(server.callsOf('changeAction')[0]?.body).toMatchObject({
        step: { kind: 'dropped', reason: 'Facilities fitted one' },
      });
    });
    expect(await screen.findByText('Dropped: Facilities fitted one')).toBeDefined();
  });

  test('a new date offers the day of the next one-to-one', async () => {
    const server = meetingServer(meetingView());
    showPanel(server);
    await goTo('Last time');
    await userEvent.click(await screen.findByRole('button', { name: 'New date' }));
    expect(await screen.findByLabelText('New date')).toHaveProperty('value', '2026-12-10');
    await userEvent.click(screen.getByRole('button', { name: 'Set date' }));
    expect(await screen.findByText('Thu 10 Dec')).toBeDefined();
  });
});

describe('closing in the side panel', () => {
  test('[OUT-2] what has not come up is visible before closing, with a way to add a line under it', async () => {
    const server = meetingServer(meetingView());
    showPanel(server);
    await goTo('Close');
    expect(await screen.findByRole('checkbox', { name: 'We talked about it: Wellbeing' })).toHaveProperty(
      'checked',
      false,
    );
    expect(screen.queryByRole('checkbox', { name: 'We talked about it: Tasks and projects' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Add a line: Wellbeing' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /about “Wellbeing”/ }), 'Sleeping better');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => {
      expect(server.callsOf('addPoint')[0]?.body).toMatchObject({ topicId: 'wellbeing', itemId: null });
    });
  });

  test('[OUT-4] the manager reads what will be sent, to whom and how often, and closes what they have seen', async () => {
    const server = meetingServer(meetingView({ points: [point({ mark: 'praise' })] }));
    showPanel(server);
    await goTo('Close');
    const summary = await screen.findByRole('region', { name: 'Summary for Tomasz' });
    expect(within(summary).getByText('2 actions')).toBeDefined();
    expect(within(summary).getByText('1 point, 1 marked as praise')).toBeDefined();
    expect(
      within(summary).getByText(/2 items move to next time: Alder Court handover, Cover over Christmas/),
    ).toBeDefined();
    expect(screen.getByText(/goes to Tomasz’s mailbox once, from you/)).toBeDefined();
    await userEvent.click(await screen.findByRole('button', { name: 'Close and send summary' }));
    expect(await screen.findByText('Record closed for you both')).toBeDefined();
    expect(server.callsOf('closeMeeting')[0]?.body).toEqual({ seq: 7 });
  });

  test('[OUT-4] the employee is told who closes, and has no button for it', async () => {
    showPanel(meetingServer(meetingView({ me: tomasz, other: priya, supervising: false })));
    await goTo('Close');
    expect(await screen.findByText(/Priya closes the meeting/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /Close and send/ })).toBeNull();
  });

  test('[C4] a mail that could not be confirmed is said to be in doubt, and goes again only when the person asks', async () => {
    const server = meetingServer(
      meetingView({ deliveries: [delivery()] }, { state: 'closed', closedAt: '2026-11-26T10:16:00.000Z' }),
    );
    showPanel(server);
    expect(await screen.findByText('Summary to Tomasz, not confirmed')).toBeDefined();
    expect(await screen.findByText('We could not confirm the email.')).toBeDefined();
    expect(server.callsOf('retryDelivery')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    await waitFor(() => {
      expect(server.callsOf('retryDelivery')[0]?.body).toEqual({ again: true });
    });
  });
});

describe('before the meeting', () => {
  test('[C1] the panel finds its one-to-one by the meeting’s chat and shows the agenda with the time there is', async () => {
    const server = meetingServer(
      meetingView({}, { state: 'planned', start: '2026-11-26T09:52:00.000Z', end: '2026-11-26T10:37:00.000Z' }),
    );
    showPanel(server);
    expect(await screen.findByText('in 12 min')).toBeDefined();
    expect(server.callsOf('findMeeting')[0]?.query).toEqual({ chatId: meetingPlace.chatId });
    const agenda = await screen.findByRole('list', { name: 'Agenda' });
    expect(
      within(agenda)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toHaveLength(3);
    expect(screen.getByRole('button', { name: 'Start with last time’s actions' })).toBeDefined();
  });

  test('a meeting that Duologue does not keep says so and what to do', async () => {
    const server = meetingServer(meetingView());
    server.answers.findMeeting = () => new Response(JSON.stringify({ meetingId: null, pairId: null }));
    showPanel(server);
    expect(await screen.findByText('No one-to-one is kept for this meeting')).toBeDefined();
  });

  test('titles are shown whole, however long', async () => {
    const title = 'Parking at Alder Court on market days, and who tells the tenants before the end of the month';
    showPanel(meetingServer(meetingView({ items: [item(1, { title })] }, { state: 'planned' })));
    expect(await screen.findByText(title)).toBeDefined();
  });
});
