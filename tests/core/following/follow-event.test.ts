import { describe, expect, it } from 'vitest';
import { unanswered, type MeetingBase } from '#core/following/base.ts';
import { followEvent, type OwnEvent } from '#core/following/follow-event.ts';
import type { OutlookEvent } from '#core/following/outlook.ts';
import { addMinutes } from '#core/time.ts';
import type { SingleEvent } from '#core/event/single-event.ts';
import { meetingOn, now } from './outlook-builders.ts';

const meeting = meetingOn('2026-12-01', { seriesId: null, kind: 'follow-up' });
const { start, end } = meeting;
const moved = { start: '2026-12-03T14:00:00.000Z', end: '2026-12-03T14:30:00.000Z' };

const event: SingleEvent = {
  id: 'single',
  pairId: 'pair',
  meetingId: meeting.id,
  purpose: 'meeting',
  ownerId: 'priya',
  state: 'booked',
  start,
  end,
  eventId: 'event',
  iCalUid: 'uid',
  joinUrl: null,
  chatId: null,
};
const base: MeetingBase = { start, end, isGone: false, invited: unanswered };

function own(changes: Partial<OwnEvent> = {}): OwnEvent {
  return { event, meeting, base, isPromised: false, ...changes };
}

function theirs(changes: Partial<OutlookEvent> = {}): OutlookEvent {
  return { eventId: 'event', start, end, invited: unanswered, readAt: now, ...changes };
}

describe('a meeting of its own', () => {
  it('[OUT-3] goes where Outlook has it, with its event', () => {
    const found = followEvent(own(), theirs(moved));
    expect(found.meeting).toMatchObject({ ...moved, movedFrom: start });
    expect(found.event).toMatchObject(moved);
    expect(found.news).toMatchObject([{ kind: 'meeting-moved', from: { start, end }, to: moved }]);
  });

  it('is called off where it is gone', () => {
    const found = followEvent(own(), 'gone');
    expect([found.meeting?.state, found.event.state, found.news[0]?.kind]).toEqual([
      'cancelled',
      'ended',
      'meeting-cancelled',
    ]);
  });

  it('was called off by its organiser there, or by nobody who is known where the mailbox went', () => {
    expect(followEvent(own(), 'gone').base).toMatchObject({ isGone: true, calledOff: { by: 'organiser' } });
    const lost = followEvent(own(), 'mailbox-gone');
    expect([lost.base?.calledOff, lost.news[0]?.by]).toEqual([{ by: null }, null]);
    const ours = followEvent(own({ meeting: { ...meeting, state: 'cancelled' } }), 'gone');
    expect([ours.base, ours.news]).toEqual([null, []]);
  });

  it('[OUT-3] [C2] is held again where it is back with its mailbox, and stays called off where somebody called it off', () => {
    const cancelled = { ...meeting, state: 'cancelled' as const };
    const ended = { ...event, state: 'ended' as const };
    const off = (by: 'organiser' | null) =>
      own({ event: ended, meeting: cancelled, base: { ...base, calledOff: { by } } });
    const back = followEvent(off(null), theirs());
    expect([back.meeting?.state, back.event.state, back.news[0]?.kind]).toEqual([
      'planned',
      'booked',
      'meeting-restored',
    ]);
    expect(back.base?.calledOff).toBeUndefined();
    for (const [left, there] of [
      [off('organiser'), theirs()],
      [own({ event: ended, meeting: cancelled }), theirs()],
      [off(null), theirs({ readAt: addMinutes(start, 1) })],
    ] as const)
      expect(followEvent(left, there)).toMatchObject({
        meeting: { state: 'cancelled' },
        event: { state: 'ended' },
        news: [],
      });
  });

  it('[OD3a-18] tells once that a third who was asked cannot come, by name', () => {
    const kwame = { name: 'Kwame', mail: 'Kwame@x' };
    const asked = own({ base: { ...base, invited: { ...unanswered, guests: [{ ...kwame, mail: 'kwame@x' }] } } });
    const declined = { ...unanswered, guests: [{ ...kwame, answer: 'declined' as const }] };
    const found = followEvent(asked, theirs({ invited: declined }));
    expect(found.news).toMatchObject([{ kind: 'declined', by: null, guest: kwame }]);
    expect(followEvent(own({ base: found.base ?? undefined }), theirs({ invited: declined })).news).toEqual([]);
    const accepted = { ...unanswered, guests: [{ ...kwame, answer: 'accepted' as const }] };
    expect(followEvent(asked, theirs({ invited: accepted })).news).toEqual([]);
  });

  it('that Duologue is moving is left alone, unless Outlook moved it too', () => {
    const mine = own({ event: { ...event, ...moved }, meeting: { ...meeting, ...moved }, isPromised: true });
    expect(followEvent(mine, theirs())).toMatchObject({ news: [], isOvertaken: false, event: moved });
    const elsewhere = { start: '2026-12-04T09:00:00.000Z', end: '2026-12-04T09:30:00.000Z' };
    const both = followEvent(mine, theirs(elsewhere));
    expect([both.news[0]?.kind, both.isOvertaken, both.event.start]).toEqual(['both-changed', true, elsewhere.start]);
    const firstLook = followEvent({ ...mine, base: undefined }, theirs());
    expect([firstLook.news, firstLook.event.start]).toEqual([[], moved.start]);
  });

  it('tells of an answer, and of another time asked for', () => {
    const asked = theirs({ invited: { ...unanswered, answer: 'declined', proposal: moved } });
    expect(followEvent(own(), asked).news).toMatchObject([{ kind: 'new-time-proposed', to: moved, by: 'attendee' }]);
  });

  it('never changes once it is open', () => {
    const open = own({ meeting: { ...meeting, state: 'open' } });
    for (const there of [theirs(moved), 'gone'] as const)
      expect(followEvent(open, there)).toMatchObject({ event, news: [], meeting: { state: 'open', start } });
  });
});

describe('time kept to prepare', () => {
  const kept = own({ event: { ...event, purpose: 'preparation' }, meeting: null });

  it('stays where its owner put it, and is nobody’s news', () => {
    expect(followEvent(kept, theirs(moved))).toMatchObject({ event: moved, meeting: null, news: [] });
  });

  it('is let go where its owner let it go', () => {
    expect(followEvent(kept, 'gone')).toMatchObject({
      event: { state: 'ended' },
      meeting: null,
      news: [],
      base: { isGone: true },
    });
  });
});
