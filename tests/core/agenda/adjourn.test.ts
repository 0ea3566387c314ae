import { describe, expect, test } from 'vitest';
import { adjourn, broughtBack } from '#core/agenda/adjourn.ts';
import { minutesPlanned, orderItems } from '#core/agenda/agenda.ts';
import { agendaItem, meeting } from '#tests/core/builders.ts';
import { codeOf } from '#tests/core/code-of.ts';

const here = meeting({ state: 'open' });
const later = meeting({
  id: 'm2',
  seriesId: null,
  kind: 'follow-up',
  start: '2026-12-01T10:00:00.000Z',
  end: '2026-12-01T10:15:00.000Z',
});

describe('an adjourned item', () => {
  test('[OD3a-12] leaves its meeting and arrives at the end of the other’s agenda, naming where it came from', () => {
    const waiting = [agendaItem({ id: 'w', meetingId: 'm2', position: 4 })];
    const { left, arrived } = adjourn(agendaItem(), here, { id: 'i2', meeting: later, waiting });
    expect(left).toEqual(agendaItem({ state: 'adjourned' }));
    expect(arrived).toEqual(
      agendaItem({ id: 'i2', meetingId: 'm2', position: 5, timesCarried: 1, carriedFromId: 'i1' }),
    );
    expect(minutesPlanned([left, agendaItem({ id: 'other' })])).toBe(10);
  });

  test.each([
    ['that has gone already', agendaItem({ state: 'adjourned' }), later, 'agenda-changed'],
    ['the policy puts on every agenda', agendaItem({ standingId: 's', raisedBy: null }), later, 'not-allowed'],
    ['to a meeting that was cancelled', agendaItem(), meeting({ ...later, state: 'cancelled' }), 'meeting-cancelled'],
    ['to an earlier meeting', agendaItem(), meeting({ id: 'm0', start: '2026-11-01T10:00:00.000Z' }), 'bad-request'],
  ])('[OD3a-12] is refused for one %s', (_what, item, to, code) => {
    expect(codeOf(() => adjourn(item, here, { id: 'i2', meeting: to, waiting: [] }))).toBe(code);
  });

  test('[OD3a-12] comes back where it was, with what became of its words, only while that meeting goes on', () => {
    const source = agendaItem({ state: 'adjourned' });
    const copy = agendaItem({ id: 'i2', meetingId: 'm2', title: 'Better words', carriedFromId: 'i1' });
    expect(broughtBack([copy], [source], new Set(['m1']))).toEqual({
      gone: [{ ...copy, state: 'carried' }],
      back: [agendaItem({ title: 'Better words' })],
    });
    expect(broughtBack([copy], [source], new Set())).toEqual({ gone: [], back: [] });
    expect(broughtBack([{ ...copy, state: 'discussed' }], [source], new Set(['m1']))).toEqual({ gone: [], back: [] });
  });
});

test('[ESS-5] what is urgent comes first, after last time’s actions, whatever its place', () => {
  const actions = agendaItem({ id: 'a', standingId: 'last', raisedBy: null, position: 3 });
  const urgent = agendaItem({ id: 'u', urgency: 'urgent', position: 9 });
  const usual = agendaItem({ id: 'n', position: 1 });
  const standing = [{ id: 'last', title: 'Last time', topicId: null, minutes: 5, shows: 'last-actions' as const }];
  expect(orderItems([usual, urgent, actions], standing).map(({ id }) => id)).toEqual(['a', 'u', 'n']);
});
