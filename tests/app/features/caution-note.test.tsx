import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { forgetDrafts } from '../../../src/app/api/kept-drafts.ts';
import { MeetingPanel } from '../../../src/app/surfaces/MeetingPanel.tsx';
import { giving, type Answering } from '../support/answering.ts';
import { meetingPlace, meetingServer, meetingView, point } from '../support/meeting-view.ts';
import { pairPolicy } from '../support/pair-policy.ts';
import { show } from '../support/show.tsx';
import { priya, tomasz } from '../support/views.ts';

configure({ asyncUtilTimeout: 10_000 });
afterEach(forgetDrafts);

const route = 'Stop here and speak to HR: it belongs to a meeting of its own.';

const policy = pairPolicy([
  {
    kind: 'cautions',
    id: 'cautions',
    clause: 'A-6',
    cautions: [
      {
        id: 'formal',
        title: 'This may belong to a formal process',
        phrases: ['disciplinary'],
        marks: ['concern'],
        route,
        representation: 'Somebody may come with them.',
      },
    ],
  },
]);

function showPanel(view = meetingView()): Answering {
  const server = meetingServer(view);
  server.answers.pairPolicy = () => giving(policy);
  show(<MeetingPanel place={meetingPlace} />, server);
  return server;
}

async function captureBox(): Promise<HTMLElement> {
  return screen.findByRole('textbox', { name: /Type a point or an action/ });
}

describe('words that read like a formal process', () => {
  test('[OUT-6] [OD3a-7] [FORM-8] while they are typed, the writer alone is told where such a matter belongs and what the other’s right is', async () => {
    const server = showPanel();
    await userEvent.type(await captureBox(), 'This will be a disciplinary matter');
    expect(await screen.findByText(new RegExp(route))).toBeDefined();
    expect(screen.getByText(/Somebody may come with them/)).toBeDefined();
    expect(screen.getByRole('button', { name: /A-6/ })).toBeDefined();
    // What is typed goes nowhere for it: nobody is sent a word of it, and nothing is written.
    expect(JSON.stringify(server.calls.map(({ path, query, body }) => [path, query, body]))).not.toContain(
      'disciplinary',
    );
    expect(server.callsOf('addPoint')).toEqual([]);
  });

  test('[OUT-6] they can be kept all the same', async () => {
    const server = showPanel();
    await userEvent.type(await captureBox(), 'A disciplinary matter');
    await screen.findByText(new RegExp(route));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => {
      expect(server.callsOf('addPoint')[0]?.body).toMatchObject({ text: 'A disciplinary matter' });
    });
    expect(screen.queryByText(new RegExp(route))).toBeNull();
  });

  test('the note goes with the words, or when it is hidden', async () => {
    showPanel();
    const box = await captureBox();
    await userEvent.type(box, 'A disciplinary matter');
    await screen.findByText(new RegExp(route));
    await userEvent.click(screen.getByRole('button', { name: 'Hide' }));
    expect(screen.queryByText(new RegExp(route))).toBeNull();
    await userEvent.clear(box);
    await userEvent.type(box, 'A matter of gas checks');
    expect(screen.queryByText(new RegExp(route))).toBeNull();
  });

  test('[FORM-8] a mark brings the route up for whoever sets it', async () => {
    showPanel(meetingView({ points: [point({ authorId: priya.id, text: 'Two flats late' })] }));
    await userEvent.click(await screen.findByRole('button', { name: 'More for “Two flats late”' }));
    await userEvent.click(screen.getByRole('button', { name: 'Mark “Two flats late”' }));
    await userEvent.click(screen.getByRole('button', { name: 'Concern' }));
    expect(await screen.findByText(new RegExp(route))).toBeDefined();
  });

  test('[OUT-6] what the other wrote and marked brings up nothing', async () => {
    const theirs = point({ authorId: tomasz.id, text: 'A disciplinary matter', mark: 'concern' });
    showPanel(meetingView({ points: [theirs] }));
    await screen.findByText('A disciplinary matter');
    await userEvent.type(await captureBox(), 'Gas checks');
    expect(screen.queryByText(new RegExp(route))).toBeNull();
  });
});
