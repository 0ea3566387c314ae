import { describe, expect, it } from 'vitest';
import { ruleOf, unanswered, type Bases } from '#core/following/base.ts';
import { followGone, followSeries, type Followed } from '#core/following/follow-series.ts';
import type { OutlookRule } from '#core/following/outlook.ts';
import { addDays, addMinutes } from '#core/time.ts';
import { days, meetingOn, nothingSeen, now, occurrence, outlook, own, pending, plan } from './outlook-builders.ts';

const [first, second, third, last] = days;
const moved = { start: '2026-12-03T14:00:00.000Z', end: '2026-12-03T14:30:00.000Z' };
const elsewhere = { start: '2026-12-02T09:00:00.000Z', end: '2026-12-02T09:30:00.000Z' };
const m1 = meetingOn(first);

function kinds({ news }: Followed): string[] {
  return news.map(({ kind, meetingId }) => (meetingId === null ? kind : `${kind} ${meetingId}`));
}

/** What the next look begins from. */
function after(followed: Followed): Bases {
  return followed.bases;
}

describe('a series that stands in Outlook as it was asked for', () => {
  it('[OUT-3] changes nothing, at the first look and at every other', () => {
    const found = followSeries(own(), outlook(), nothingSeen, now);
    expect(found).toMatchObject({ meetings: [], news: [], withdraw: [], added: [], cancelledIds: [] });
    expect(found.series).toBe(own().series);
    expect(followSeries(own(), outlook(), after(found), now)).toMatchObject({ meetings: [], news: [] });
  });

  it('is the same under another name of its time zone', () => {
    const rule = { ...ruleOf(plan), zone: 'Europe/Jersey' };
    expect(kinds(followSeries(own(), outlook({}, { rule }), nothingSeen, now))).toEqual([]);
  });
});

describe('one meeting changed in Outlook', () => {
  it('[OUT-3] is moved there, and stays the same meeting', () => {
    const found = followSeries(own(), outlook({ [first]: moved }), nothingSeen, now);
    expect(found.meetings).toEqual([{ ...m1, ...moved, movedFrom: m1.start }]);
    expect(found.news).toMatchObject([
      { kind: 'meeting-moved', meetingId: m1.id, by: 'organiser', from: { start: m1.start, end: m1.end }, to: moved },
    ]);
    const again = followSeries(own([{ ...m1, ...moved }]), outlook({ [first]: moved }), after(found), now);
    expect([again.meetings, again.news]).toEqual([[], []]);
  });

  it.each([
    ['meeting-shortened', 15],
    ['meeting-lengthened', 60],
  ])('is %s when it lasts %i minutes', (kind, minutes) => {
    const found = followSeries(own(), outlook({ [first]: { end: addMinutes(m1.start, minutes) } }), nothingSeen, now);
    expect(kinds(found)).toEqual([`${kind} ${m1.id}`]);
    expect(found.meetings).toMatchObject([{ start: m1.start, end: addMinutes(m1.start, minutes), movedFrom: null }]);
  });

  it('[OUT-3] is called off, without anybody’s words, and comes back when it does there', () => {
    const found = followSeries(own(), outlook({ [second]: null }), nothingSeen, now);
    expect(found.cancelledIds).toEqual([`m-${second}`]);
    expect(found.meetings).toMatchObject([{ state: 'cancelled', reason: null }]);
    expect(kinds(found)).toEqual([`meeting-cancelled m-${second}`]);
    const cancelled = own([meetingOn(second, { state: 'cancelled' })]);
    expect(kinds(followSeries(cancelled, outlook({ [second]: null }), after(found), now))).toEqual([]);
    const back = followSeries(cancelled, outlook(), after(found), now);
    expect(kinds(back)).toEqual([`meeting-restored m-${second}`]);
    expect(back.meetings).toMatchObject([{ id: `m-${second}`, state: 'planned' }]);
  });

  it.each(['open', 'closed', 'missed'] as const)('never changes one that is %s', (state) => {
    const held = own([meetingOn(first, { state })]);
    for (const theirs of [outlook({ [first]: moved }), outlook({ [first]: null })])
      expect(followSeries(held, theirs, nothingSeen, now)).toMatchObject({ meetings: [], news: [], added: [] });
  });

  it('leaves alone what is over and was never held', () => {
    const later = '2026-12-20T00:00:00.000Z';
    const found = followSeries(own(), outlook({ [first]: null, [second]: null }), nothingSeen, later);
    expect(found.meetings).toEqual([]);
  });

  it('becomes a meeting of its own where nobody knew of it', () => {
    const theirs = outlook();
    const found = followSeries({ ...own(), meetings: own().meetings.slice(0, 4) }, theirs, nothingSeen, now);
    expect(found.added.map(({ originalDate }) => originalDate)).toEqual([last]);
    expect(found.isAddingNews).toBe(true);
  });
});

describe('a change of Duologue’s own', () => {
  const ours = { ...m1, ...moved, movedFrom: m1.start };

  it('is left alone while it is on its way, or was done since Outlook was read', () => {
    for (const settledAt of [null, now, addMinutes(now, 1)]) {
      const found = followSeries(own([ours], [pending(m1.id, settledAt)]), outlook(), nothingSeen, now);
      expect([found.meetings, found.news, found.withdraw]).toEqual([[], [], []]);
    }
    const calledOff = own([{ ...m1, state: 'cancelled' }], [pending(m1.id)]);
    expect(followSeries(calledOff, outlook(), nothingSeen, now)).toMatchObject({ meetings: [], news: [] });
  });

  it('is waited for though another of its own, that nobody had looked at yet, is what stands there', () => {
    const between = { ...plan, startTime: '13:00' };
    const last = { ...plan, startTime: '15:00' };
    const mine = own([m1], [pending(null)]);
    const wanted = { ...mine, series: { ...mine.series, plan: last }, ownRules: [ruleOf(between), ruleOf(last)] };
    const theirs = { ...outlook(), rule: ruleOf(between) };
    const found = followSeries(wanted, theirs, nothingSeen, now);
    expect([found.meetings, found.added, found.news, found.withdraw]).toEqual([[], [], [], []]);
    expect(found.series.plan).toEqual(last);
    // Where nothing of ours is on its way any more, somebody put it there.
    const settled = followSeries({ ...wanted, pending: [] }, theirs, nothingSeen, now);
    expect(kinds(settled)).not.toEqual([]);
  });

  it('counts once it is there, though somebody else’s was followed while it was sent', () => {
    const mine = { ...plan, startTime: '13:00' };
    const followed = { ...plan, startTime: '15:00' };
    const known = own([m1], [pending(null, now)]);
    const wanted = {
      ...known,
      series: { ...known.series, plan: followed },
      ownRules: [ruleOf(plan), ruleOf(mine)],
    };
    const theirs = { ...outlook(), rule: ruleOf(mine) };
    expect(followSeries(wanted, theirs, nothingSeen, now).series.plan).toEqual(mine);
    // Until it has arrived for sure, it may yet be overtaken.
    const sent = followSeries({ ...wanted, pending: [pending(null)] }, theirs, nothingSeen, now);
    expect(sent.series.plan).toEqual(followed);
  });

  it('counts where it put one meeting last, though another time was followed while it was sent', () => {
    const followed = { ...ours, ...elsewhere };
    const seen = {
      series: nothingSeen.series,
      meetings: new Map([[m1.id, { ...elsewhere, isGone: false, invited: unanswered }]]),
    };
    const there = outlook({ [first]: moved });
    const kept = [{ ...pending(m1.id, now), place: moved }];
    expect(followSeries(own([followed], kept), there, seen, now).meetings).toMatchObject([moved]);
    // One that is called off since, and read a moment too early, does not come back.
    const calledOff = own([{ ...followed, state: 'cancelled' }], [...kept, pending(m1.id, now)]);
    expect(followSeries(calledOff, there, seen, now).meetings).toEqual([]);
  });

  it('is not taken for somebody else’s where one follows another before anybody looked', () => {
    const calledOff = { ...ours, state: 'cancelled' as const, reason: 'Away' };
    const promises = [{ ...pending(m1.id, now), place: moved }, pending(m1.id)];
    const there = outlook({ [first]: moved });
    const found = followSeries(own([calledOff], promises), there, nothingSeen, now);
    expect([found.meetings, found.news, found.withdraw]).toEqual([[], [], []]);
    // Anywhere else it was put by somebody.
    const other = followSeries(own([calledOff], promises), outlook({ [first]: elsewhere }), nothingSeen, now);
    expect(kinds(other)).toEqual([`both-changed ${m1.id}`]);
  });

  it('does not come back as news', () => {
    const found = followSeries(own([ours], [pending(m1.id)]), outlook({ [first]: moved }), nothingSeen, now);
    expect([found.meetings, found.news]).toEqual([[], []]);
    const gone = own([{ ...m1, state: 'cancelled' }]);
    expect(followSeries(gone, outlook({ [first]: null }), nothingSeen, now).news).toEqual([]);
  });

  it('gives way to Outlook where both changed at once, and both are told', () => {
    const found = followSeries(own([ours], [pending(m1.id)]), outlook({ [first]: elsewhere }), nothingSeen, now);
    expect(kinds(found)).toEqual([`both-changed ${m1.id}`]);
    expect(found.meetings).toMatchObject([elsewhere]);
    expect(found.withdraw).toEqual([`effect-${m1.id}`]);
    const cancelled = followSeries(own([ours], [pending(m1.id)]), outlook({ [first]: null }), nothingSeen, now);
    expect(cancelled).toMatchObject({ cancelledIds: [m1.id], withdraw: [`effect-${m1.id}`] });
  });

  it('that nobody is bringing to Outlook gives way to what stands there', () => {
    const found = followSeries(own([ours]), outlook(), nothingSeen, now);
    expect(found.meetings).toMatchObject([{ start: m1.start, movedFrom: null }]);
  });
});

describe('an occurrence that has nothing of its own', () => {
  it('[C2] is told apart, so that an agenda that stood there can come back', () => {
    const different = { [first]: { isOfItsOwn: false }, [second]: { isOfItsOwn: true } };
    expect(followSeries(own(), outlook(different), nothingSeen, now).bareIds).toEqual([m1.id]);
    const held = own([{ ...m1, state: 'closed' }]);
    expect(followSeries(held, outlook(different), nothingSeen, now).bareIds).toEqual([]);
  });
});

describe('the whole series changed in Outlook', () => {
  const rule = ruleOf(plan);
  function follow(changes: Partial<OutlookRule>, ours = own()): Followed {
    return followSeries(ours, outlook({}, { rule: { ...rule, ...changes } }), nothingSeen, now);
  }

  it('[OUT-3] is moved as one, agendas with it, and said once', () => {
    const found = follow({ startTime: '15:00' });
    expect(kinds(found)).toEqual(['series-moved']);
    expect(found.meetings.map(({ id, start, movedFrom }) => [id, start.slice(11, 16), movedFrom])).toEqual(
      days.map((day) => [`m-${day}`, '15:00', null]),
    );
    expect(found.series.plan.startTime).toBe('15:00');
    expect(found.republishIds).toEqual(days.map((day) => `m-${day}`));
  });

  it('[OUT-3] keeps the order when it goes to another weekday or rhythm', () => {
    const friday = follow({ pattern: { kind: 'weekly', every: 1, weekday: 5 }, startDate: '2026-11-27' });
    expect(kinds(friday)).toEqual(['series-moved']);
    expect(friday.meetings.map(({ id, originalDate }) => [id, originalDate])).toEqual(
      days.map((day, index) => [`m-${day}`, ['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18'][index]]),
    );
    const fortnightly = follow({ pattern: { kind: 'weekly', every: 2, weekday: 2 }, startDate: first });
    expect(kinds(fortnightly)).toEqual(['rule-changed']);
    expect(fortnightly.meetings.map(({ id, state, originalDate }) => [id, state, originalDate])).toEqual([
      [`m-${second}`, 'planned', third],
      [`m-${third}`, 'cancelled', third],
      [`m-${last}`, 'cancelled', last],
    ]);
    expect(fortnightly.cancelledIds).toEqual([`m-${third}`, `m-${last}`]);
  });

  it.each([
    ['series-cut-short', { untilDate: second }, [`m-${third}`, `m-${last}`], 0],
    ['series-extended', { untilDate: addDays(last, 14) }, [], 2],
    ['series-shortened', { minutes: 15 }, [], 0],
    ['series-lengthened', { minutes: 45 }, [], 0],
    ['zone-changed', { zone: 'Europe/Paris' }, [], 0],
  ] as const)('is %s', (kind, changes, cancelled, added) => {
    const found = follow(changes);
    expect(kinds(found)).toEqual([kind]);
    expect(found.cancelledIds).toEqual(cancelled);
    expect([found.added.length, found.isAddingNews]).toEqual([added, false]);
  });

  it('goes on for a year at a time where it has no end', () => {
    const found = follow({ untilDate: null });
    expect(kinds(found)).toEqual(['series-extended']);
    expect(found.added.at(-1)?.originalDate).toBe('2027-11-23');
    expect(found.series.plan.untilDate).toBe('2027-11-23');
    const weekLater = addMinutes(now, 7 * 24 * 60);
    const known = [...own().meetings, ...found.added.map(({ originalDate }) => meetingOn(originalDate))];
    const next = followSeries(
      { series: found.series, meetings: known, pending: [] },
      outlook({}, { rule: { ...rule, untilDate: null }, readAt: weekLater }),
      after(found),
      weekLater,
    );
    expect(next.added.map(({ originalDate }) => originalDate)).toEqual(['2027-11-30']);
    expect([next.news, next.isAddingNews]).toEqual([[], false]);
  });

  it('follows days of a rule it could not make itself, as Outlook lists them', () => {
    const daily = { ...rule, pattern: null, wording: '{"type":"daily"}', untilDate: null };
    const theirs = outlook(
      {},
      { rule: daily, occurrences: ['2026-11-27', '2026-11-28'].map((day) => occurrence(day)) },
    );
    const found = followSeries(own(), theirs, nothingSeen, now);
    expect(kinds(found)).toEqual(['rule-changed', 'series-extended']);
    expect(found.meetings.map(({ originalDate, state }) => [originalDate, state])).toEqual([
      ['2026-11-27', 'planned'],
      ['2026-11-28', 'planned'],
      [third, 'cancelled'],
      [last, 'cancelled'],
    ]);
    const settled = { series: found.series, meetings: [...own().meetings.slice(0, 1), ...found.meetings], pending: [] };
    const again = followSeries(settled, theirs, after(found), now);
    expect([again.meetings, again.news, again.series]).toEqual([[], [], found.series]);
  });

  it('says besides what stands apart from the new rule', () => {
    const rule15 = { ...rule, startTime: '15:00' };
    const found = followSeries(own(), outlook({ [second]: moved }, { rule: rule15 }), nothingSeen, now);
    expect(kinds(found)).toEqual(['series-moved', `meeting-moved m-${second}`]);
  });

  it('overtakes a change of the whole that Duologue has under way', () => {
    const mine = own([], [pending(null), pending(m1.id)]);
    const ours = { ...mine, series: { ...mine.series, plan: { ...plan, startTime: '11:00' } } };
    const seen = followSeries(own(), outlook(), nothingSeen, now).bases;
    const waiting = followSeries(ours, outlook({ [first]: moved }), seen, now);
    expect([waiting.meetings, waiting.withdraw]).toEqual([[], []]);
    const found = followSeries(ours, outlook({}, { rule: { ...rule, startTime: '15:00' } }), seen, now);
    expect(found.withdraw).toEqual(['effect-series', `effect-${m1.id}`]);
    expect(found.series.plan.startTime).toBe('15:00');
  });

  it('that Duologue asked for and Outlook now has is no news, and what was moved besides stays on its way', () => {
    const seen = followSeries(own(), outlook(), nothingSeen, now).bases;
    const changed = { ...ruleOf(plan), startTime: '11:00' };
    const meetings = own().meetings.map((one) =>
      one.state === 'closed' ? one : { ...one, start: addMinutes(one.start, 60), end: addMinutes(one.end, 60) },
    );
    const ours = {
      series: { ...own().series, plan: { ...plan, startTime: '11:00' } },
      meetings: meetings.map((one) => (one.id === m1.id ? { ...one, ...moved } : one)),
      pending: [pending(m1.id)],
    };
    const found = followSeries(ours, outlook({}, { rule: changed }), seen, now);
    expect([found.meetings, found.news, found.withdraw]).toEqual([[], [], []]);
  });
});

describe('an invitation in Outlook', () => {
  const seen = followSeries(own(), outlook(), nothingSeen, now).bases;
  const proposal = elsewhere;

  it.each([
    ['declined', { answer: 'declined' as const }, ['declined']],
    ['tentative', { answer: 'tentative' as const }, ['tentative']],
    ['accepted, as it mostly is', { answer: 'accepted' as const }, []],
    ['with somebody else', { guests: [{ name: 'Nadia', mail: 'n@x' }] }, ['somebody-added']],
    ['without the other', { isThere: false }, ['attendee-removed']],
  ])('of the whole series is %s, said once', (_what, changes, expected) => {
    const invited = { ...unanswered, ...changes };
    const theirs = outlook(Object.fromEntries(days.map((day) => [day, { invited }])), { invited });
    const found = followSeries(own(), theirs, seen, now);
    expect(kinds(found)).toEqual(expected);
    expect(found.meetings).toEqual([]);
    expect(kinds(followSeries(own(), theirs, after(found), now))).toEqual([]);
  });

  it.each([
    ['declined', { answer: 'declined' as const }, [`declined ${m1.id}`]],
    ['answered with another time', { answer: 'tentative' as const, proposal }, [`new-time-proposed ${m1.id}`]],
    ['forwarded', { guests: [{ name: 'Nadia', mail: 'n@x' }] }, [`somebody-added ${m1.id}`]],
  ])('of one meeting is %s', (_what, changes, expected) => {
    const theirs = outlook({ [first]: { invited: { ...unanswered, ...changes } } });
    const found = followSeries(own(), theirs, seen, now);
    expect(kinds(found)).toEqual(expected);
    expect(kinds(followSeries(own(), theirs, after(found), now))).toEqual([]);
  });

  it('accepted after all is worth a word', () => {
    const no = followSeries(own(), outlook({ [first]: { invited: { ...unanswered, answer: 'declined' } } }), seen, now);
    const yes = outlook({ [first]: { invited: { ...unanswered, answer: 'accepted' } } });
    expect(kinds(followSeries(own(), yes, after(no), now))).toEqual([`accepted ${m1.id}`]);
  });
});

describe('a series that is gone', () => {
  it('[C2] is made again by nobody: what was to come is called off, the past stays', () => {
    const found = followGone(own([], [pending(m1.id), pending(null, now)]), 'series-gone', now);
    expect(found.series.state).toBe('gone');
    expect(found.cancelledIds).toEqual(days.map((day) => `m-${day}`));
    expect([kinds(found), found.withdraw]).toEqual([['series-gone'], [`effect-${m1.id}`]]);
    expect(kinds(followGone(own(), 'mailbox-gone', now))).toEqual(['mailbox-gone']);
    const calledOff = (kind: 'series-gone' | 'mailbox-gone') =>
      [...followGone(own(), kind, now).bases.meetings].map(([id, base]) => [id, base.calledOff?.by]);
    expect(calledOff('series-gone')).toEqual(days.map((day) => [`m-${day}`, 'organiser']));
    expect(calledOff('mailbox-gone')).toEqual(days.map((day) => [`m-${day}`, null]));
  });
});
