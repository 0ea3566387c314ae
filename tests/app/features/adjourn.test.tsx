import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { forgetDrafts } from '../../../src/app/api/kept-drafts.ts';
import { MeetingPanel } from '../../../src/app/surfaces/MeetingPanel.tsx';
import { MeetingTab } from '../../../src/app/surfaces/MeetingTab.tsx';
import { giving } from '../support/answering.ts';
import { item, meetingPlace, meetingServer, meetingView } from '../support/meeting-view.ts';
import { pairPolicy } from '../support/pair-policy.ts';
import { show } from '../support/show.tsx';
import { idOf } from '../support/views.ts';

configure({ asyncUtilTimeout: 10_000 });
afterEach(forgetDrafts);

const policy = pairPolicy([
  {
    kind: 'agenda',
    id: 'agenda',
    clause: 'A-12',
    itemKinds: [{ id: 'work', title: 'Work' }],
    lengthAgreed: true,
    adjournedGetDate: true,
  },
  {
    kind: 'preparation',
    id: 'prepare',
    clause: 'A-3',
    prompts: [{ id: 'successes', title: 'Successes', words: 'What are you pleased with?' }],
    shows: [],
    minutes: null,
  },
]);

const free = { start: '2026-11-30T10:00:00.000Z', end: '2026-11-30T10:15:00.000Z' };

describe('what is left undone', () => {
  test('[OD3a-12] is visible before closing, and gets its date then and there', async () => {
    const server = meetingServer(
      meetingView({ items: [item(2, { title: 'Alder Court handover' }), item(3, { state: 'discussed' })] }),
    );
    server.answers.pairPolicy = () => giving(policy);
    server.answers.findTimes = () => giving({ times: [free], unread: [], besides: [] });
    server.answers.adjournItem = () => giving({ seq: 8 });
    show(<MeetingPanel place={meetingPlace} />, server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('tab', { name: 'Close' }));
    const undone = await screen.findByRole('region', { name: 'Not talked about yet' });
    await user.click(within(undone).getByRole('button', { name: 'Adjourn “Alder Court handover”' }));
    await user.click(await screen.findByRole('radio', { name: /^A follow-up, Mon 30 Nov/ }));
    await user.click(screen.getByRole('button', { name: 'Adjourn to then' }));
    expect(server.callsOf('adjournItem')[0]).toMatchObject({
      path: `/api/items/${idOf(602)}/adjourn`,
      body: { to: { kind: 'follow-up', ...free } },
    });
  });

  test('[ESS-5] what nothing was agreed on is named, and never in the way of closing', async () => {
    const server = meetingServer(meetingView({ items: [item(3, { title: 'The lift', state: 'discussed' })] }));
    server.answers.pairPolicy = () => giving(policy);
    show(<MeetingPanel place={meetingPlace} />, server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('tab', { name: 'Close' }));
    const open = await screen.findByRole('region', { name: 'Nothing agreed on these yet' });
    expect(within(open).getByText('The lift')).toBeDefined();
    const close = screen.getByRole('button', { name: /^Close/ });
    expect(close.getAttribute('aria-disabled')).not.toBe('true');
  });
});

describe('one’s own list', () => {
  test('[ESS-3] one press starts a jotting under a question of the policy, kept with it', async () => {
    const server = meetingServer(meetingView({}, { state: 'planned' }));
    server.answers.pairPolicy = () => giving(policy);
    server.answers.addJotting = () => giving({ seq: 8 });
    show(<MeetingTab place={{ ...meetingPlace, frameContext: 'content' }} />, server);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Jot something down on “Successes”' }));
    await user.type(screen.getByRole('textbox', { name: 'Your words on “Successes”' }), 'The re-lets{Enter}');
    expect(server.callsOf('addJotting')[0]?.body).toMatchObject({ text: 'The re-lets', promptId: 'successes' });
  });
});
