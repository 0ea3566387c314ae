import { configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { MeetingPanel } from '../../../src/app/surfaces/MeetingPanel.tsx';
import { giving } from '../support/answering.ts';
import { meetingPlace, meetingServer, meetingView, point } from '../support/meeting-view.ts';
import { pairPolicy } from '../support/pair-policy.ts';
import { show } from '../support/show.tsx';

configure({ asyncUtilTimeout: 10_000 });

const policy = pairPolicy([
  {
    kind: 'hints',
    id: 'coaching',
    clause: 'A-6',
    for: 'supervisor',
    hints: [{ id: 'ask', title: 'Ask first', words: 'What have you tried?' }],
  },
  {
    kind: 'behaviours',
    id: 'behaviours',
    clause: 'A-10',
    title: 'Our behaviours',
    behaviours: [
      { id: 'kind', title: 'Being kind', words: null },
      { id: 'bold', title: 'Being bold', words: 'Trying what nobody has.' },
    ],
  },
]);

function showPanel(view = meetingView()): ReturnType<typeof meetingServer> {
  const server = meetingServer(view);
  server.answers.pairPolicy = () => giving(policy);
  show(<MeetingPanel place={meetingPlace} />, server);
  return server;
}

describe('at hand in the meeting', () => {
  test('[ESS-6] a manager opens hints for the conversation when they want them', async () => {
    showPanel();
    const button = await screen.findByRole('button', { name: 'Hints for the conversation' });
    expect(screen.queryByText('Ask first.')).toBeNull();
    await userEvent.click(button);
    expect(screen.getByText('Ask first.')).toBeDefined();
    expect(screen.getByText(/What have you tried\?/)).toBeDefined();
  });

  test('[ESS-6] they are not shown to the other, to whom the policy does not offer them', async () => {
    showPanel(meetingView({ supervising: false, points: [point({ text: 'All gas checks done' })] }));
    await screen.findByText('All gas checks done');
    await screen.findByRole('textbox', { name: /Type a point or an action/ });
    expect(screen.queryByRole('button', { name: 'Hints for the conversation' })).toBeNull();
  });

  test('[ESS-10] a point of one’s own points at one of the organisation’s behaviours', async () => {
    const server = showPanel(meetingView({ points: [point({ text: 'Calm with a hard call' })] }));
    await userEvent.click(await screen.findByRole('button', { name: 'More for “Calm with a hard call”' }));
    await userEvent.click(screen.getByRole('button', { name: 'Mark “Calm with a hard call”' }));
    await userEvent.selectOptions(await screen.findByLabelText('Shows one of: Our behaviours'), 'Being kind');
    expect(server.callsOf('changePoint')[0]?.body).toEqual({ behaviourId: 'kind' });
  });

  test('[ESS-10] the behaviour is read beside the point by both, and one the policy no longer names is left out', async () => {
    showPanel(
      meetingView({
        supervising: false,
        points: [
          point({ id: crypto.randomUUID(), text: 'One', behaviourId: 'bold' }),
          point({ id: crypto.randomUUID(), text: 'Two', behaviourId: 'gone' }),
        ],
      }),
    );
    expect(await screen.findByText('Being bold')).toBeDefined();
    expect(screen.queryByText('gone')).toBeNull();
  });
});
