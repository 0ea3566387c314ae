import { expect, test } from 'vitest';
import { EVENT_DEFAULTS } from '#server/dev/microsoft365/calendar/event-change.ts';
import type { StoredEvent } from '#server/dev/microsoft365/calendar/event.ts';
import { CalendarStore } from '#server/dev/microsoft365/tenant/calendar-store.ts';
import { mailboxInId, mailboxItemId, stableGuid } from '#server/dev/microsoft365/tenant/identifiers.ts';
import { Journal } from '#server/dev/microsoft365/tenant/journal.ts';

/** More than are kept ready at a time. */
const CALENDARS = 600;
const mailboxes = Array.from({ length: CALENDARS }, (_, at) => stableGuid('mailbox', String(at)));

function eventIn(mailbox: string, subject: string, id: string): StoredEvent {
  return {
    ...EVENT_DEFAULTS,
    id,
    mailbox,
    subject,
    iCalUId: `of ${subject}`,
    start: { local: '2026-11-26T09:00:00', zone: 'Europe/London' },
    end: { local: '2026-11-26T09:30:00', zone: 'Europe/London' },
    isAllDay: false,
    organizer: { name: 'Łucja', address: 'lucja@brackenmoor.example' },
    isOrganizer: true,
    isDraft: false,
    createdAt: 0,
    modifiedAt: 0,
    transactionId: null,
    recurrence: null,
    startZoneName: 'GMT Standard Time',
    endZoneName: 'GMT Standard Time',
    exceptions: {},
    cancelledDates: [],
  };
}

function filled(): CalendarStore {
  const store = new CalendarStore(new Journal(null));
  for (const mailbox of mailboxes) {
    store.seed(mailboxItemId(mailbox, 'one'), eventIn(mailbox, 'Ćwiczenia', mailboxItemId(mailbox, 'one')));
    store.put(`free-form ${mailbox}`, eventIn(mailbox, 'Two', `free-form ${mailbox}`));
  }
  return store;
}

test('an item id says whose mailbox it is in, and others say nothing', () => {
  const [mailbox = ''] = mailboxes;
  expect(mailboxInId(mailboxItemId(mailbox, 'x'))).toBe(mailbox);
  expect(mailboxItemId(mailbox, 'x')).not.toBe(mailboxItemId(mailbox, 'y'));
  expect(mailboxInId('AAMkADsomething')).toBeNull();
});

test('whatever is in hundreds of calendars is found by its id and by its calendar, in the order it came', () => {
  const store = filled();
  for (const mailbox of mailboxes) {
    expect(store.of(mailbox).map((one) => one.subject)).toEqual(['Ćwiczenia', 'Two']);
    expect(store.get(mailboxItemId(mailbox, 'one'))).toEqual(
      eventIn(mailbox, 'Ćwiczenia', mailboxItemId(mailbox, 'one')),
    );
    expect(store.get(`free-form ${mailbox}`)?.mailbox).toBe(mailbox);
  }
});

test('a change of a calendar nobody looked at for long stays, and what was removed stays gone', () => {
  const store = filled();
  const [first = '', second = ''] = mailboxes;
  store.put(mailboxItemId(first, 'one'), eventIn(first, 'Changed', mailboxItemId(first, 'one')));
  store.remove(`free-form ${second}`);
  for (const mailbox of mailboxes) store.of(mailbox);
  expect(store.of(first).map((one) => one.subject)).toEqual(['Changed', 'Two']);
  expect(store.of(second).map((one) => one.subject)).toEqual(['Ćwiczenia']);
  expect(store.get(`free-form ${second}`)).toBeUndefined();
});

test('a calendar nobody has is empty', () => {
  expect(filled().of('nobody')).toEqual([]);
});
