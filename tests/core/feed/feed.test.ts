import { describe, expect, it } from 'vitest';
import { feedEvent, feedWindow, isResting, type FeedMeeting } from '#core/feed/feed.ts';

const meeting: FeedMeeting = {
  id: '5b9c4a52-6f38-4a6f-8f9e-7d8a1f0c2b11',
  state: 'planned',
  start: '2026-12-03T10:00:00.000Z',
  end: '2026-12-03T10:30:00.000Z',
  revision: 0,
  revisedAt: '2026-11-01T08:00:00.000Z',
  otherName: 'Yusuf',
};

describe('a feed', () => {
  it('says when a meeting is and with whom, and nothing else', () => {
    expect(feedEvent(meeting)).toEqual({
      uid: meeting.id,
      summary: 'One-to-one with Yusuf',
      status: 'CONFIRMED',
      start: meeting.start,
      end: meeting.end,
      sequence: 0,
      changedAt: meeting.revisedAt,
    });
  });

  it.each(['planned', 'open', 'closed', 'missed'] as const)('keeps a meeting that is %s in the calendar', (state) => {
    expect(feedEvent({ ...meeting, state }).status).toBe('CONFIRMED');
  });

  it('says that a meeting is cancelled under the same name, with a higher sequence', () => {
    const event = feedEvent({ ...meeting, state: 'cancelled', revision: 3 });
    expect(event).toMatchObject({ uid: meeting.id, status: 'CANCELLED', sequence: 3 });
  });

  it('shows the last three months and the coming year, in days of the person’s own zone', () => {
    expect(feedWindow('2026-11-26T23:30:00.000Z', 'Europe/London')).toEqual({
      from: '2026-08-25T23:00:00.000Z',
      until: '2027-11-27T00:00:00.000Z',
    });
    expect(feedWindow('2026-11-26T23:30:00.000Z', 'Asia/Kolkata').until).toBe('2027-11-27T18:30:00.000Z');
    expect(feedWindow('2028-02-29T12:00:00.000Z', 'UTC')).toEqual({
      from: '2027-11-29T00:00:00.000Z',
      until: '2029-03-01T00:00:00.000Z',
    });
  });

  it('rests once its person has been away for four months', () => {
    expect(isResting('2026-08-01T10:00:00.000Z', '2026-11-29T10:00:00.000Z')).toBe(false);
    expect(isResting('2026-08-01T10:00:00.000Z', '2026-11-29T10:00:00.001Z')).toBe(true);
  });
});

describe('a name in a feed', () => {
  const summaryOf = (otherName: string): string => feedEvent({ ...meeting, otherName }).summary;

  it('is one line of plain letters, whatever the directory holds', () => {
    expect(summaryOf('Zoë; de la\\Cruz, 3rd')).toBe('One-to-one with Zoë; de la\\Cruz, 3rd');
    expect(summaryOf('Eve\r\nEND:VEVENT\nBEGIN:VALARM')).toBe('One-to-one with Eve END:VEVENT BEGIN:VALARM');
    expect(summaryOf('\u202Eevil\u2066\u0000')).toBe('One-to-one with evil');
    expect(summaryOf('ليلى')).toBe('One-to-one with ليلى');
    expect(summaryOf('👩🏽‍🦱'.repeat(60))).toMatch(/^One-to-one with (👩🏽‍🦱)+/u);
    expect(summaryOf('A'.repeat(500))).toBe(`One-to-one with ${'A'.repeat(80)}`);
    expect(summaryOf('\ud800')).toBe('One-to-one with \ufffd');
    expect(summaryOf(' \t ')).toBe('One-to-one');
  });
});
