import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { BetterTimeView } from '#contract/rescheduling-api.ts';
import { BetterTimes } from '../../../src/app/features/rescheduling/BetterTimes.tsx';
import { HomePage } from '../../../src/app/surfaces/personal/HomePage.tsx';
import { answering, giving, refusing, type Answering } from '../support/answering.ts';
import { show } from '../support/show.tsx';
import {
  action,
  delivery,
  finding,
  home,
  idOf,
  meeting,
  newcomer,
  pair,
  policy,
  priya,
  tomasz,
} from '../support/views.ts';

function serverWith(part: Parameters<typeof home>[0] = {}): Answering {
  return answering({ home: () => giving(home(part)), policy: () => giving(policy) });
}

async function rowOf(name: string): Promise<HTMLElement> {
  const table = await screen.findByRole('table', { name: 'My people' });
  return within(table).getByRole('row', { name: new RegExp(name) });
}

describe('home of a manager', () => {
  test('[OUT-1] each person stands with what the policy asks, how that stands, last and next meeting', async () => {
    show(<HomePage />, serverWith());
    const booked = await rowOf('Tomasz Zieliński');
    expect(within(booked).getByText('Met')).toBeDefined();
    expect(within(booked).getByText('Every 2 weeks')).toBeDefined();
    expect(within(booked).getByText('Thu 12 Nov')).toBeDefined();
    expect(within(booked).getByText('Today, 10:00')).toBeDefined();
    expect(within(booked).getByText('4 open')).toBeDefined();
    const fresh = await rowOf('Yusuf Haddad');
    expect(within(fresh).getByText('First by Wed 9 Dec')).toBeDefined();
    expect(within(fresh).getByText('Not yet')).toBeDefined();
  });

  test('[OUT-1] the clause that asks for it is named over the list, and shows its words', async () => {
    show(<HomePage />, serverWith());
    const list = await screen.findByRole('region', { name: 'My people' });
    expect(await within(list).findByText(/Every 2 weeks for managers, monthly for everyone else/)).toBeDefined();
    await userEvent.click(within(list).getByRole('button', { name: 'Clause OUT-1: what it says' }));
    expect(await screen.findByText('Managers meet every two weeks or more often.')).toBeDefined();
  });

  test('overdue people come first, paused ones last', async () => {
    const late = pair({
      pairId: idOf(3),
      other: { ...tomasz, id: 'person-siobhan', displayName: 'Siobhan Doherty' },
      cadence: finding({ state: 'overdue', reason: 'gap-too-long' }),
    });
    const paused = pair({
      pairId: idOf(4),
      other: { ...tomasz, id: 'person-grace', displayName: 'Grace Mbatha' },
      cadence: finding({ state: 'excused', reason: 'paused' }),
      next: null,
    });
    show(<HomePage />, serverWith({ people: [paused, pair(), newcomer, late] }));
    const table = await screen.findByRole('table', { name: 'My people' });
    const names = within(table)
      .getAllByRole('link')
      .map((link) => link.textContent);
    expect(names.map((name) => /Siobhan|Yusuf|Tomasz|Grace/.exec(name)?.[0])).toEqual([
      'Siobhan',
      'Yusuf',
      'Tomasz',
      'Grace',
    ]);
  });

  test('[OUT-3] somebody without a series can be scheduled from their row', async () => {
    const page = show(<HomePage />, serverWith());
    await userEvent.click(
      within(await rowOf('Yusuf Haddad')).getByRole('button', { name: 'Schedule one-to-ones with Yusuf' }),
    );
    expect(page.visited()).toBe(`/people/${idOf(2)}/schedule`);
  });

  test('today’s meeting leads into the agenda and into Teams', async () => {
    const today = pair();
    const page = show(<HomePage />, serverWith({ today: [{ pair: today, meeting: meeting() }] }));
    const card = await screen.findByRole('region', { name: 'Today' });
    expect(within(card).getByText('Agenda agreed')).toBeDefined();
    await userEvent.click(within(card).getByRole('button', { name: 'Join the meeting with Tomasz' }));
    expect(page.opened).toEqual(['https://teams.microsoft.com/l/meetup-join/one']);
    await userEvent.click(within(card).getByRole('button', { name: 'Open the agenda with Tomasz' }));
    expect(page.visited()).toBe(`/meetings/${idOf(500)}`);
  });

  test('an action that was due is said in words, with whom it is for', async () => {
    const actions = [{ action: action({ dueOn: '2026-11-24', late: true }), other: tomasz }];
    show(<HomePage />, serverWith({ myActions: actions }));
    const card = await screen.findByRole('region', { name: 'My actions' });
    expect(within(card).getByText(/was due Tue 24 Nov/i)).toBeDefined();
    expect(within(card).getByText(/for Tomasz/)).toBeDefined();
  });

  test('[OUT-4] a mail that could not be confirmed is said as doubt, and goes again only when asked', async () => {
    const server = serverWith({ waiting: [delivery()] });
    server.answers.retryDelivery = () => giving({ seq: 3 });
    const page = show(<HomePage />, server);
    expect(await screen.findByText('We could not confirm the email.')).toBeDefined();
    await userEvent.click(await screen.findByRole('button', { name: 'Open Sent Items' }));
    expect(page.opened).toEqual(['https://outlook.office.com/mail/sentitems']);
    expect(server.callsOf('retryDelivery')).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    expect(server.callsOf('retryDelivery').map((call) => call.body)).toEqual([{ again: true }]);
  });

  test('a manager with nothing booked is offered a plan instead of an empty table', async () => {
    const page = show(<HomePage />, serverWith({ people: [newcomer] }));
    expect(await screen.findByRole('heading', { name: 'Welcome, Priya' })).toBeDefined();
    expect(screen.getByText('One to book, about a minute')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Propose times' }));
    expect(page.visited()).toBe('/people/schedule-all');
  });

  test('when the server says no, the page says so with the reference, and can try again', async () => {
    const server = serverWith();
    server.answers.home = () => refusing('outlook-unavailable', 503);
    show(<HomePage />, server);
    const notice = await screen.findByRole('alert');
    expect(within(notice).getByText('Outlook does not answer just now.')).toBeDefined();
    expect(within(notice).getByText('Reference for support: 7F3-K29')).toBeDefined();
    server.answers.home = () => giving(home());
    await userEvent.click(within(notice).getByRole('button', { name: 'Try again' }));
    expect(await rowOf('Tomasz Zieliński')).toBeDefined();
  });
});

describe('home of somebody without people', () => {
  const mine = pair({ supervising: false, other: priya });

  test('[OUT-1] the next one-to-one, and what they can expect of it', async () => {
    const server = serverWith({
      people: [],
      mine: [mine],
      theirActions: [{ action: action({ text: 'Get you access to the ledger' }), other: priya }],
    });
    const page = show(<HomePage />, server);
    const next = await screen.findByRole('region', { name: 'Next one-to-one' });
    expect(within(next).getByText('Today, 10:00 to 10:45')).toBeDefined();
    const expected = screen.getByRole('region', { name: 'What you can expect' });
    expect(
      within(expected).getByText(/A one-to-one at least every 2 weeks\. Last one 14 days ago, the next is today/),
    ).toBeDefined();
    expect(
      within(screen.getByRole('region', { name: 'What Priya is doing for you' })).getByText(
        'Get you access to the ledger',
      ),
    ).toBeDefined();
    await userEvent.click(within(next).getByRole('button', { name: 'Prepare' }));
    expect(page.visited()).toBe(`/meetings/${idOf(500)}`);
  });

  test('nothing booked says who books it', async () => {
    show(<HomePage />, serverWith({ people: [], mine: [{ ...mine, next: null, series: null }] }));
    expect(await screen.findByText(/Priya books your one-to-ones/)).toBeDefined();
  });
});

function late(pairNumber: number, day: string): BetterTimeView {
  const span = { start: `${day}T10:00:00.000Z`, end: `${day}T10:45:00.000Z` };
  return {
    ...{ pairId: idOf(pairNumber), meetingId: idOf(pairNumber + 10), kind: 'late', step: 'put-in', ...span, to: span },
    ...{ clashes: [], dueOn: day, clause: 'OUT-1', isOverdue: false, isInTime: true, isSuggested: false },
  };
}

test('[OUT-1] one-to-ones put in for several people are as many meetings; the same one pressed again is the same meeting', async () => {
  const server = answering({
    betterTimes: () => giving({ times: [late(1, '2026-12-01'), late(2, '2026-12-02')], unread: [] }),
    putInMeeting: () => giving({ seq: 2 }),
  });
  const person = (number: number, givenName: string) =>
    pair({ pairId: idOf(number), other: { id: givenName, displayName: givenName, givenName, jobTitle: null } });
  show(<BetterTimes pairs={[person(1, 'Tomasz'), person(2, 'Kwame')]} />, server);
  const press = async (name: string) => {
    await userEvent.click(await screen.findByRole('button', { name: new RegExp(`Put in a one-to-one with ${name}`) }));
  };
  await press('Tomasz');
  await press('Kwame');
  await press('Tomasz');
  const ids = server.callsOf('putInMeeting').map(({ body }) => (body as { id: string }).id);
  expect(ids[2]).toBe(ids[0]);
  expect(ids[1]).not.toBe(ids[0]);
});
