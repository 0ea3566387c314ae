import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { MeetingResponse } from '#contract/meetings.ts';
import { forgetDrafts } from '../../../src/app/api/kept-drafts.ts';
import { MeetingTab } from '../../../src/app/surfaces/MeetingTab.tsx';
import { refusing, type Answering } from '../support/answering.ts';
import { item, meetingPlace, meetingServer, meetingView } from '../support/meeting-view.ts';
import { show } from '../support/show.tsx';
import { delivery, idOf, priya, tomasz } from '../support/views.ts';

configure({ asyncUtilTimeout: 10_000 });
afterEach(forgetDrafts);

const ahead = { state: 'planned', start: '2026-12-10T10:00:00.000Z', end: '2026-12-10T10:45:00.000Z' } as const;

function planned(
  part: Partial<Omit<MeetingResponse, 'meeting'>> = {},
  meeting: Partial<MeetingResponse['meeting']> = {},
): MeetingResponse {
  return meetingView(part, { ...ahead, ...meeting });
}

function showTab(server: Answering): void {
  show(<MeetingTab place={{ ...meetingPlace, frameContext: 'content' }} />, server);
}

async function region(name: string): Promise<HTMLElement> {
  return screen.findByRole('region', { name });
}

async function titles(): Promise<(string | null)[]> {
  const agenda = within(await region('Agenda for you both')).getByRole('list', { name: 'Agenda' });
  return within(agenda)
    .getAllByRole('button', { name: /^Change “/ })
    .map((button) => button.textContent);
}

const jotting = {
  id: idOf(710),
  text: 'Ask how the new rota is working',
  at: '2026-11-25T10:00:00.000Z',
  promptId: null,
  sharedItemId: null,
};

describe('preparing in the meeting’s chat', () => {
  test('the tab opens with the shared agenda under the same title for either of the two', async () => {
    showTab(meetingServer(planned({ me: tomasz, other: priya, supervising: false })));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Priya and Tomasz, Thu 10 Dec, 10:00 to 10:45' }),
    ).toBeDefined();
    expect(screen.getByRole('tab', { name: 'Agenda' }).getAttribute('aria-selected')).toBe('true');
    expect(await titles()).toEqual(['Last time’s actions', 'Alder Court handover', 'Cover over Christmas']);
  });

  test('a private jotting stands in one’s own list alone, marked as private, never on the agenda or among what is shared', async () => {
    showTab(meetingServer(planned({ jottings: [jotting] })));
    const own = await region('Your list');
    expect(within(own).getByText(jotting.text)).toBeDefined();
    expect(within(own).getByText('Only you see this')).toBeDefined();
    expect(screen.getAllByText(jotting.text)).toHaveLength(1);
    expect(within(await region('Tomasz’s list')).queryByText(jotting.text)).toBeNull();
  });

  test('sharing sends the title one chose, and nothing before', async () => {
    const server = meetingServer(planned({ jottings: [jotting] }));
    showTab(server);
    await userEvent.click(await screen.findByRole('button', { name: `Share “${jotting.text}”` }));
    const title = await screen.findByRole('textbox', { name: 'What to talk about' });
    expect(server.callsOf('shareJotting')).toEqual([]);
    await userEvent.clear(title);
    await userEvent.type(title, 'The new rota');
    await userEvent.click(screen.getByRole('button', { name: 'Put on the agenda' }));
    await waitFor(() => {
      expect(server.callsOf('shareJotting')[0]?.body).toMatchObject({
        title: 'The new rota',
        minutes: 5,
        urgency: 'normal',
      });
    });
  });

  test('a pasted list becomes one jotting a line', async () => {
    const server = meetingServer(planned());
    showTab(server);
    await userEvent.click(await screen.findByRole('textbox', { name: 'Add to your list' }));
    await userEvent.paste('- Rota\n- Study days\n3. Parking');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(server.callsOf('addJotting').map((call) => (call.body as { text: string }).text)).toContain('Rota');
    });
    expect(await screen.findByText('Parking')).toBeDefined();
  });

  test('items move by keyboard, and the focus goes along', async () => {
    const server = meetingServer(planned());
    showTab(server);
    const up = await screen.findByRole('button', { name: 'Move “Cover over Christmas” up' });
    up.focus();
    await userEvent.keyboard('{Enter}');
    expect(await titles()).toEqual(['Last time’s actions', 'Cover over Christmas', 'Alder Court handover']);
    await waitFor(() => {
      expect(server.callsOf('orderItems')[0]?.body).toEqual({ itemIds: [idOf(601), idOf(603), idOf(602)] });
    });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move “Cover over Christmas” up');
  });

  test('what the policy names and nobody has put on the agenda is offered as help with its clause', async () => {
    const view = planned();
    const topics = view.coverage.topics.map((topic) => ({ ...topic, covered: false, by: null }));
    showTab(meetingServer({ ...view, items: [item(1, { topicId: 'tasks' })], coverage: { ...view.coverage, topics } }));
    expect(await screen.findByText(/Nothing on Wellbeing yet/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Suggest a way in' }));
    expect(screen.getByText('How are you, really?')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Clause OUT-2: what it says' })).toBeDefined();
  });
});

describe('agreeing the agenda', () => {
  test('[C2] before agreeing one reads what will happen, and agrees to the version on the screen', async () => {
    const server = meetingServer(planned({}, { agreedByEmployee: true }));
    showTab(server);
    expect(await screen.findByText('Tomasz agrees with this agenda')).toBeDefined();
    expect(screen.getByText(/it goes onto the Outlook invitation. Outlook sends Tomasz one update/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Agree' }));
    expect(await screen.findByText('You both agree with this agenda')).toBeDefined();
    expect(server.callsOf('agreeAgenda')[0]?.body).toEqual({ agendaVersion: 3 });
  });

  test('[C2] an agreed agenda says how far it is on its way to Outlook', async () => {
    const agreed = { agreedBySupervisor: true, agreedByEmployee: true };
    showTab(
      meetingServer(
        planned({ deliveries: [delivery({ kind: 'publish-agenda', state: 'done', parkedFor: null })] }, agreed),
      ),
    );
    expect(await screen.findByText('Agreed, attached')).toBeDefined();
    expect(screen.getByText(/It is attached to the meeting in Outlook/)).toBeDefined();
  });

  test('a change after agreeing makes the agreement void, and says so', async () => {
    const server = meetingServer(planned({}, { agreedBySupervisor: true, agreedByEmployee: true }));
    showTab(server);
    expect(await screen.findByText('You both agree with this agenda')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Move “Cover over Christmas” up' }));
    expect(await screen.findByText(/The agenda has changed since you agreed/)).toBeDefined();
    expect(screen.getByText('Not agreed yet')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Agree' })).toBeDefined();
  });

  test('agreeing to what the other has just changed is refused in words, and nothing is agreed', async () => {
    const server = meetingServer(planned());
    server.answers.agreeAgenda = () => refusing('agenda-changed', 409);
    showTab(server);
    await userEvent.click(await screen.findByRole('button', { name: 'Agree' }));
    expect(await screen.findByText('The agenda has changed since you read it.')).toBeDefined();
    expect(screen.getByText('Neither of you has agreed yet')).toBeDefined();
  });
});
