import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { forgetDrafts } from '../../../src/app/api/kept-drafts.ts';
import { ChangeMeetingDialog } from '../../../src/app/features/meeting/ChangeMeetingDialog.tsx';
import { answering, giving, refusing, type Answering } from '../support/answering.ts';
import { show } from '../support/show.tsx';
import { idOf, meeting, tomasz } from '../support/views.ts';

configure({ asyncUtilTimeout: 10_000 });
afterEach(forgetDrafts);

const option = { start: '2026-11-27T11:00:00.000Z', end: '2026-11-27T11:45:00.000Z' };

function server(): Answering {
  return answering({
    moveOptions: () => giving({ options: [option], previousOn: '2026-11-12', nextOn: '2026-12-10', notice: null }),
    skipAhead: () =>
      giving({
        next: { id: idOf(501), start: '2026-12-10T10:00:00.000Z', end: '2026-12-10T10:45:00.000Z' },
        gapDays: 28,
        asked: { cadence: { kind: 'interval', every: { weeks: 6 } }, every: { weeks: 6 }, clause: 'C-1' },
        keeps: true,
      }),
    skipMeeting: () => giving({ seq: 2 }),
    moveMeeting: () => giving({ seq: 2 }),
    cancelMeeting: () => giving({ seq: 2 }),
    missMeeting: () => giving({ seq: 2 }),
  });
}

function open(
  other: Answering,
  part: { supervising?: boolean; begun?: boolean; ahead?: boolean } = {},
): { closed: number } {
  const count = { closed: 0 };
  const line =
    part.begun === true ? meeting({ start: '2026-11-26T09:00:00.000Z', end: '2026-11-26T09:30:00.000Z' }) : meeting();
  show(
    <ChangeMeetingDialog
      meeting={line}
      other={tomasz}
      supervising={part.supervising ?? true}
      onClose={() => {
        count.closed += 1;
      }}
    />,
    other,
  );
  return count;
}

describe('changing a single meeting', () => {
  test('a meeting moves to a time both are free, with a reason, and says who gets what', async () => {
    const other = server();
    const dialog = open(other);
    await userEvent.click(await screen.findByRole('radio', { name: 'Tomorrow, 11:00 to 11:45' }));
    expect(screen.getByText(/sends Tomasz one update/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Move to tomorrow, 11:00' }));
    expect(screen.getByText('Add a few words.')).toBeDefined();
    expect(other.callsOf('moveMeeting')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'Board meeting');
    await userEvent.click(screen.getByRole('button', { name: 'Move to tomorrow, 11:00' }));
    await waitFor(() => {
      expect(dialog.closed).toBe(1);
    });
    expect(other.callsOf('moveMeeting')[0]?.body).toEqual({ ...option, reason: 'Board meeting' });
  });

  test('[OD3a-10] a time sooner than the notice they agreed is warned of, and not refused', async () => {
    const other = server();
    const notice = { days: 7, until: '2026-12-03', clause: 'C-10' };
    other.answers.moveOptions = () => giving({ options: [option], previousOn: null, nextOn: null, notice });
    open(other);
    expect(screen.queryByText(/You agreed to organise/)).toBeNull();
    await userEvent.click(await screen.findByRole('radio', { name: 'Tomorrow, 11:00 to 11:45' }));
    expect(screen.getByText(/You agreed to organise 7 days ahead.*ask Tomasz first/)).toBeDefined();
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'Board meeting');
    await userEvent.click(screen.getByRole('button', { name: 'Move to tomorrow, 11:00' }));
    await waitFor(() => {
      expect(other.callsOf('moveMeeting')).toHaveLength(1);
    });
  });

  test('[OUT-3] a day of the meetings before and after, or past them, is said before and not after', async () => {
    const other = server();
    open(other);
    expect(await screen.findByText(/Outlook lets it stand before the day of the one after/)).toBeDefined();
    await userEvent.click(await screen.findByRole('radio', { name: 'Another time' }));
    const day = screen.getByLabelText('Day');
    for (const [date, said] of [
      ['2026-12-10', true],
      ['2026-12-09', false],
      ['2027-01-14', true],
    ] as const) {
      fireEvent.change(day, { target: { value: date } });
      expect([date, screen.queryByText(/not between the meetings before and after/) !== null]).toEqual([date, said]);
    }
    fireEvent.change(day, { target: { value: '2026-11-20' } });
    expect(screen.getByText('That time has passed.')).toBeDefined();
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'Board meeting');
    await userEvent.click(screen.getByRole('button', { name: 'Move the meeting' }));
    expect(other.callsOf('moveMeeting')).toEqual([]);
  });

  test('[OUT-1] skipping one needs no reason, and says when the next one is and that the policy still holds', async () => {
    const other = server();
    const dialog = open(other, { ahead: true });
    await userEvent.click(await screen.findByRole('tab', { name: 'Skip' }));
    expect(await screen.findByText(/The next one is Thu 10 Dec.*28 days after the one before/)).toBeDefined();
    expect(screen.getByText(/You are asked to meet every 6 weeks. That still holds/)).toBeDefined();
    expect(screen.getByText(/C-1/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Skip this one' }));
    await waitFor(() => {
      expect(dialog.closed).toBe(1);
    });
    expect(other.callsOf('skipMeeting')[0]).toMatchObject({
      path: `/api/meetings/${idOf(500)}/skip`,
      body: { words: null },
    });
  });

  test('[OUT-1] skipping says so where what is asked would no longer hold, or nothing comes after', async () => {
    const asked = { cadence: { kind: 'interval', every: { weeks: 2 } }, every: { weeks: 2 }, clause: 'C-1' } as const;
    for (const [next, keeps, said] of [
      [{ id: idOf(501), start: '2026-12-24T10:00:00.000Z', end: '2026-12-24T10:45:00.000Z' }, false, /no longer holds/],
      [null, null, /the last one booked/],
    ] as const) {
      const other = server();
      other.answers.skipAhead = () => giving({ next, gapDays: next === null ? null : 42, asked, keeps });
      open(other, { ahead: true });
      await userEvent.click(screen.getAllByRole('tab', { name: 'Skip' })[0] ?? document.body);
      expect(await screen.findByText(said)).toBeDefined();
      cleanup();
    }
  });

  test('cancelling keeps the reason when Outlook says no, and stays open', async () => {
    const other = server();
    other.answers.cancelMeeting = () => refusing('outlook-unavailable', 503);
    const dialog = open(other);
    await userEvent.click(await screen.findByRole('tab', { name: 'Cancel it' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'Both on leave');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel this meeting' }));
    expect(await screen.findByText('Outlook does not answer just now.')).toBeDefined();
    expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveProperty('value', 'Both on leave');
    expect(dialog.closed).toBe(0);
  });

  test('the employee can note that it did not take place, without an email, and neither move nor cancel it', async () => {
    const other = server();
    open(other, { supervising: false, begun: true });
    expect(await screen.findByText(/Nobody gets an email/)).toBeDefined();
    expect(screen.queryByRole('tab', { name: 'Move' })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'Fire drill');
    await userEvent.click(screen.getByRole('button', { name: 'Note that it did not take place' }));
    await waitFor(() => {
      expect(other.callsOf('missMeeting')[0]).toMatchObject({
        path: `/api/meetings/${idOf(500)}/miss`,
        body: { reason: 'Fire drill' },
      });
    });
  });
});
