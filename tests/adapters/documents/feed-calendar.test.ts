import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { feedEvent, type FeedMeeting } from '#core/feed/feed.ts';
import { feedCalendar } from '#server/adapters/documents/feed-calendar.ts';

const meeting: FeedMeeting = {
  id: '5b9c4a52-6f38-4a6f-8f9e-7d8a1f0c2b11',
  state: 'planned',
  start: '2026-12-03T10:00:00.000Z',
  end: '2026-12-03T10:30:00.000Z',
  revision: 0,
  revisedAt: '2026-11-01T08:00:00.000Z',
  otherName: 'Yusuf',
};

/** What a calendar makes of a feed. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: one.getFirstPropertyValue('status'),
      names: one.getAllProperties().map(({ name }) => name),
    };
  });
}

describe('a feed as a calendar reads it', () => {
  it('says when a meeting is and with whom, and nothing else', () => {
    const [read] = readBack(feedCalendar([feedEvent(meeting)]));
    expect(read).toEqual({
      uid: meeting.id,
      summary: 'One-to-one with Yusuf',
      start: meeting.start,
      end: meeting.end,
      sequence: 0,
      status: 'CONFIRMED',
      names: [
        'uid',
        'sequence',
        'dtstamp',
        'dtstart',
        'dtend',
        'summary',
        'transp',
        'status',
        'x-microsoft-cdo-busystatus',
        'last-modified',
        'class',
      ],
    });
  });

  it('says that a meeting is cancelled under the same name, with a higher sequence', () => {
    const text = feedCalendar([feedEvent({ ...meeting, state: 'cancelled', revision: 3 })]);
    expect(readBack(text)).toMatchObject([{ uid: meeting.id, status: 'CANCELLED', sequence: 3 }]);
  });

  it('is the same to the byte when nothing has changed', () => {
    expect(feedCalendar([feedEvent(meeting)])).toBe(feedCalendar([feedEvent(meeting)]));
  });

  it('says how often to ask again, in both ways calendars know', () => {
    const text = feedCalendar([]);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n');
    expect(text).toContain('X-PUBLISHED-TTL:PT1H\r\n');
    expect(readBack(text)).toEqual([]);
  });

  it('has each name read back as it went in, in lines that every calendar can read', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc
        .array(
          fc.constantFrom('\r', '\n', '\\', ';', ',', ':', '"', '^', 'BEGIN:VEVENT', '👩🏽‍🦱', 'ش', '\u202E', ' ', 'ß'),
        )
        .map((some) => some.join('')),
    );
    fc.assert(
      fc.property(fc.array(names, { maxLength: 4 }), (found) => {
        const events = found.map((otherName, index) =>
          feedEvent({ ...meeting, id: `${meeting.id}-${String(index)}`, otherName }),
        );
        const text = feedCalendar(events);
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        for (const line of lines) {
          expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          // A fold never cuts a letter in two.
          expect(line.isWellFormed()).toBe(true);
        }
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(events.length);
        expect(readBack(text).map(({ summary }) => summary)).toEqual(events.map(({ summary }) => summary));
      }),
      { numRuns: 200 },
    );
  });
});
