import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { PairResponse } from '#contract/pairs.ts';
import type { BookSeriesRequest } from '#contract/series.ts';
import { forgetDrafts } from '../../../src/app/api/kept-drafts.ts';
import { SchedulePage } from '../../../src/app/surfaces/personal/SchedulePage.tsx';
import { agreement } from '../support/agreement-view.ts';
import { answering, giving, refusing, silence, type Answering } from '../support/answering.ts';
import { show } from '../support/show.tsx';
import { home, idOf, meeting, newcomer, offer, policy, priya, series, slots } from '../support/views.ts';

const detail: PairResponse = {
  pair: newcomer,
  me: priya,
  findings: [],
  topics: [],
  meetings: [],
  openActions: [],
  settledActions: [],
  measures: [],
  support: [],
  usual: null,
  extraSupport: null,
  arrangements: [],
  pause: null,
  deliveries: [],
  policyVersion: '3',
  group: 'Everyone else',
};

function serverAt(state: { detail: PairResponse }): Answering {
  return answering({
    pair: () => giving(state.detail),
    home: () => giving(home()),
    policy: () => giving(policy),
    findSlots: () => giving(slots),
    bookSeries: () => giving(series({ state: 'being-booked', joinUrl: null })),
  });
}

function showPage(server: Answering): void {
  show(<SchedulePage pairId={idOf(2)} />, server);
}

async function check(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Check and book' }));
}

function bookingsSent(server: Answering): BookSeriesRequest[] {
  return server.callsOf('bookSeries').map((call) => call.body as BookSeriesRequest);
}

afterEach(forgetDrafts);

describe('booking one-to-ones with one person', () => {
  test('[OUT-1] the rhythm offered first is one that keeps to what the policy asks, and the clause stands beside it', async () => {
    const server = serverAt({ detail });
    showPage(server);
    expect(await screen.findByText(/Your policy asks for at least one a month/)).toBeDefined();
    expect(server.callsOf('findSlots')[0]?.body).toMatchObject({
      rhythm: { kind: 'weekly', every: 4 },
      minutes: 45,
      from: '2026-11-30',
    });
  });

  test('[OD3a-10] begins with what the two signed on how they meet, and books the place they agreed', async () => {
    const server = serverAt({ detail });
    server.answers.agreement = () => giving(agreement());
    showPage(server);
    expect(await screen.findByText(/every 5 weeks, 50 minutes, Room 7, 7 days ahead/)).toBeDefined();
    expect(server.callsOf('findSlots')[0]?.body).toMatchObject({
      rhythm: { kind: 'weekly', every: 5 },
      minutes: 50,
      from: '2026-12-03',
    });
    await check();
    expect(screen.getByText(/Outlook shows “Room 7” as the place/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: /Book/ }));
    expect(bookingsSent(server)[0]?.plan.place).toBe('Room 7');
  });

  test('[OD3a-10] is not driven by parts the policy does not ask to be agreed', async () => {
    const server = serverAt({ detail });
    const asks = { clause: 'C-10', title: 'How we meet', parts: ['notes-by' as const] };
    server.answers.agreement = () => giving(agreement({ asks }));
    showPage(server);
    expect(await screen.findByText(/Your policy asks for at least one a month/)).toBeDefined();
    expect(server.callsOf('findSlots')[0]?.body).toMatchObject({ rhythm: { every: 4 }, minutes: 45 });
    await check();
    await userEvent.click(screen.getByRole('button', { name: /Book/ }));
    expect(bookingsSent(server)[0]?.plan).not.toHaveProperty('place');
  });

  test('[OUT-3] a time says how much of it is free, and which days clash with what', async () => {
    showPage(serverAt({ detail }));
    expect(
      await screen.findByRole('radio', {
        name: /Tuesdays, 10:00 to 10:45.*Clashes on 2 of 4: 1 “Annual leave”, 1 busy. From Tue 1 Dec/,
      }),
    ).toBeDefined();
    expect(screen.getByText('You are away (Annual leave)')).toBeDefined();
    expect(screen.getByText('Yusuf is busy')).toBeDefined();
    expect(screen.getByRole('combobox', { name: 'What to do with Tue 29 Dec' }).textContent).toBe(
      'Move to Mon 4 Jan, 10:00',
    );
    expect(screen.getByRole('combobox', { name: 'What to do with Tue 26 Jan' }).textContent).toBe('Leave it out');
    expect(screen.getByText(/The longest gap would be 50 days; a month is asked/)).toBeDefined();
  });

  const due = newcomer.cadence;
  const dueBy = (dueOn: string): PairResponse => ({
    ...detail,
    pair: { ...newcomer, cadence: due === null ? null : { ...due, state: 'due', dueOn } },
  });
  const thursdays = {
    ...offer,
    plan: {
      ...offer.plan,
      pattern: { kind: 'weekly' as const, every: 4, weekday: 4 as const },
      startDate: '2026-11-26',
    },
    occurrences: [
      {
        originalDate: '2026-11-26',
        start: '2026-11-26T14:00:00.000Z',
        end: '2026-11-26T14:45:00.000Z',
        clashes: [],
        alternative: null,
      },
    ],
  };

  test('[OUT-1] says where the best time begins after the day the policy asks for, and offers the one that begins by then', async () => {
    const server = serverAt({ detail: dueBy('2026-11-27') });
    server.answers.findSlots = () => giving({ ...slots, offers: [...slots.offers, thursdays] });
    showPage(server);
    expect(
      await screen.findByText(/asks for the first meeting by .*27 Nov.*begins on Tue 1 Dec.*Thursdays/),
    ).toBeDefined();
    expect(server.callsOf('findSlots')[0]?.body).toMatchObject({ firstBy: '2026-11-27' });
    await userEvent.click(screen.getByRole('button', { name: /Choose Thursdays/ }));
    expect(screen.queryByText(/asks for the first meeting by/)).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Thursdays/ }).checked).toBe(true);
  });

  test('[OUT-1] what begins after that day is not said to keep to the policy throughout', async () => {
    const every = { months: 2 };
    const asked = { cadence: { kind: 'interval', every }, every, clause: 'OUT-1' } as const;
    for (const [day, words] of [
      ['2026-11-27', /Begins later than .*27 Nov.*from then on it keeps to it/],
      ['2026-12-04', /Keeps to your policy throughout/],
    ] as const) {
      const server = serverAt({ detail: dueBy(day) });
      server.answers.findSlots = () => giving({ ...slots, asked });
      showPage(server);
      await check();
      expect(screen.getByText(words)).toBeDefined();
      cleanup();
    }
  });

  test('[OUT-1] where nothing begins by that day it says so, and looks from the first day there is', async () => {
    const server = serverAt({ detail: dueBy('2026-11-27') });
    showPage(server);
    await userEvent.click(await screen.findByRole('button', { name: 'Start as soon as possible' }));
    expect(server.callsOf('findSlots').at(-1)?.body).toMatchObject({ from: '2026-11-27' });
  });

  test('[OUT-11] a meeting in the time of another that is kept apart can be moved or left out, not kept', async () => {
    const [first, second, ...rest] = offer.occurrences;
    const apart = { personId: null, kind: 'apart' as const, label: 'Performance review' };
    const kept = [first, second && { ...second, clashes: [apart] }, ...rest].filter((one) => one !== undefined);
    const server = serverAt({ detail });
    server.answers.findSlots = () => giving({ ...slots, offers: [{ ...offer, occurrences: kept }] });
    showPage(server);
    await userEvent.click(await screen.findByRole('combobox', { name: 'What to do with Tue 29 Dec' }));
    const words = screen.getAllByRole('option').map(({ textContent }) => textContent);
    expect(words).toEqual(['Move to Mon 4 Jan, 10:00', 'Leave it out']);
  });

  test('[OUT-3] before booking, it says what happens in both calendars and how many mails go to whom', async () => {
    showPage(serverAt({ detail }));
    await check();
    expect(screen.getByText('3 meetings, one moved, one left out')).toBeDefined();
    expect(screen.getByText('Yusuf gets one invitation, and one update, and one cancellation')).toBeDefined();
    expect(screen.getByText('Tue 29 Dec moves to Mon 4 Jan, 10:00, because you are away (Annual leave)')).toBeDefined();
    expect(screen.getByText('Tue 26 Jan is left out, because Yusuf is busy')).toBeDefined();
  });

  test('[OUT-3] booking sends the plan with its moves, what is left out and the note, and then follows Outlook', async () => {
    const state = { detail };
    const server = serverAt(state);
    showPage(server);
    await check();
    const note = screen.getByRole('textbox', { name: 'A note to Yusuf' });
    await userEvent.clear(note);
    await userEvent.type(note, 'Welcome');
    state.detail = {
      ...detail,
      pair: {
        ...newcomer,
        seq: 2,
        series: series({ state: 'being-booked' }),
        next: meeting({ start: '2026-12-01T10:00:00.000Z' }),
      },
    };
    await userEvent.click(screen.getByRole('button', { name: 'Book 3 meetings' }));
    expect(await screen.findByText('Booking in Outlook')).toBeDefined();
    const [first] = offer.occurrences.filter((one) => one.alternative !== null);
    expect(bookingsSent(server)).toMatchObject([
      {
        plan: offer.plan,
        moves: [{ originalDate: '2026-12-29', ...first?.alternative }],
        skips: ['2027-01-26'],
        note: 'Welcome',
      },
    ]);
  });

  test('a booking nobody answered goes again under the same identity, so it books once', async () => {
    const state = { detail };
    const server = serverAt(state);
    server.answers.bookSeries = silence;
    showPage(server);
    await check();
    await userEvent.click(screen.getByRole('button', { name: 'Book 3 meetings' }));
    const notice = await screen.findByRole('alert');
    expect(within(notice).getByText('Duologue cannot be reached just now.')).toBeDefined();
    server.answers.bookSeries = () => giving(series({ state: 'being-booked' }));
    state.detail = { ...detail, pair: { ...newcomer, series: series({ state: 'being-booked' }) } };
    await userEvent.click(within(notice).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Booking in Outlook')).toBeDefined();
    const ids = bookingsSent(server).map((booking) => booking.id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('a refused booking keeps the choice and the note', async () => {
    const server = serverAt({ detail });
    server.answers.bookSeries = () => refusing('slot-in-past', 409);
    showPage(server);
    await check();
    await userEvent.type(screen.getByRole('textbox', { name: 'A note to Yusuf' }), ' See you.');
    await userEvent.click(screen.getByRole('button', { name: 'Book 3 meetings' }));
    expect(await screen.findByText('That time has passed.')).toBeDefined();
    expect(screen.getByRole('textbox', { name: 'A note to Yusuf' })).toHaveProperty(
      'value',
      expect.stringMatching(/before we meet\. See you\.$/),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('combobox', { name: 'What to do with Tue 29 Dec' })).toBeDefined();
  });

  test('a day kept although somebody is busy is neither moved nor left out', async () => {
    const server = serverAt({ detail });
    showPage(server);
    await userEvent.click(await screen.findByRole('combobox', { name: 'What to do with Tue 26 Jan' }));
    await userEvent.click(screen.getByRole('option', { name: 'Keep it at 10:00' }));
    await check();
    await userEvent.click(screen.getByRole('button', { name: 'Book 4 meetings' }));
    expect(bookingsSent(server)[0]).toMatchObject({ skips: [] });
  });

  test('somebody booked already is not booked again', async () => {
    showPage(serverAt({ detail: { ...detail, pair: { ...newcomer, series: series() } } }));
    expect(await screen.findByText('These one-to-ones are booked already')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Check and book' })).toBeNull();
  });
});
