import { configure, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { AgreeBar } from '../../../src/app/features/agenda/AgreeBar.tsx';
import { giving } from '../support/answering.ts';
import { item, meetingServer, meetingView } from '../support/meeting-view.ts';
import { pairPolicy } from '../support/pair-policy.ts';
import { show } from '../support/show.tsx';

configure({ asyncUtilTimeout: 10_000 });

function showBar(minutes: number, lengthAgreed: boolean, isOfThree = false): void {
  const view = meetingView({ items: [item(1, { minutes })], isOfThree });
  const server = meetingServer(view);
  const rule = {
    kind: 'agenda',
    id: 'agenda',
    clause: 'A-12',
    itemKinds: [{ id: 'work', title: 'Work' }],
    adjournedGetDate: false,
  } as const;
  server.answers.pairPolicy = () => giving(pairPolicy([{ ...rule, lengthAgreed }]));
  show(<AgreeBar view={view} isSending={false} />, server);
}

describe('agreeing an agenda', () => {
  test('[OD3a-12] takes in its length where the policy says so', async () => {
    showBar(30, true);
    expect(await screen.findByRole('button', { name: 'Agree, 30 of 45 min' })).toBeDefined();
    expect(screen.getByText(/part of what you agree/)).toBeDefined();
  });

  test('[OD3a-12] says gently that more is planned than the meeting holds, and stops nobody', async () => {
    showBar(55, true);
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Agree, 55 of 45 min' });
    expect(button.disabled).toBe(false);
    expect(button.getAttribute('aria-disabled')).not.toBe('true');
    expect(screen.getByText(/10 minutes more than the meeting has/)).toBeDefined();
  });

  test('[OD3a-18] says that the agenda of a meeting of three goes no further than the two', async () => {
    showBar(30, false, true);
    expect(await screen.findByText(/Somebody else is invited too, so it stays in Duologue/)).toBeDefined();
    expect(screen.queryByText(/Outlook invitation/)).toBeNull();
  });

  test('[OD3a-12] leaves the minutes a help where the policy does not ask', async () => {
    showBar(55, false);
    expect(await screen.findByRole('button', { name: 'Agree' })).toBeDefined();
    expect(screen.queryByText(/more than the meeting has/)).toBeNull();
  });
});
