import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, readRoute } from '#server/dev/teams-host/control/route.ts';
import type { Route } from '#server/dev/teams-host/control/route.ts';

const id = fc.string({ minLength: 1 });
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ page: fc.constantFrom('activity', 'log', 'faults', 'ledger') }),
  fc.record({ page: fc.constantFrom('event', 'meeting'), id }),
  fc.record({ page: fc.constant('duologue'), pageId: id, place: id }),
  fc.record({ page: fc.constant('duologue'), pageId: id, place: fc.constant(undefined) }),
  fc.record({ page: fc.constant('calendar'), date: fc.constantFrom('2026-11-26', undefined) }),
  fc.record({
    page: fc.constant('same'),
    as: fc.constantFrom('event', 'meeting'),
    iCalUId: id,
    date: fc.constant('2026-11-26'),
  }),
  fc.record({ page: fc.constant('mail'), folder: id, id: fc.option(id, { nil: undefined }) }),
  fc.record({
    page: fc.constant('chat'),
    chatId: id,
    tab: fc.constant('duologue'),
    place: fc.option(id, { nil: undefined }),
  }),
  fc.record({ page: fc.constant('chat'), chatId: id, tab: fc.constant('chat'), place: fc.constant(undefined) }),
);

test('every route survives the address bar, whatever letters its ids have', () => {
  fc.assert(
    fc.property(route, (one) => {
      expect(readRoute(hashOf(one))).toEqual(one);
    }),
  );
});

test.each(['', '#', '#/', '#/nowhere', '#/%E0%A4%A'])('an unknown address %s shows the calendar', (hash) => {
  expect(readRoute(hash)).toEqual({ page: 'calendar', date: undefined });
});

test('the web links Graph gives lead to the mail and the event', () => {
  expect(readRoute('#/mail?itemid=AAMk%3D')).toEqual({ page: 'mail', folder: 'inbox', id: 'AAMk=' });
  expect(readRoute('#/calendar?itemid=AAMk%3D')).toEqual({ page: 'event', id: 'AAMk=' });
});
