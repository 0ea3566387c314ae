import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import type { Json, SignedIn } from '../local-microsoft365.ts';
import { at, items, mailOf, received, seriesBody, signIn, startLocal } from '../local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let yusuf: SignedIn;
let kwame: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  priya = await signIn(m365, 'priya');
  yusuf = await signIn(m365, 'yusuf');
  kwame = await signIn(m365, 'kwame');
});
afterAll(() => m365.close());

const LATER = {
  start: { dateTime: '2026-12-02T11:00:00', timeZone: 'Europe/London' },
  end: { dateTime: '2026-12-02T11:30:00', timeZone: 'Europe/London' },
};

async function newMeeting(subject: string, extra: Json = {}): Promise<Json> {
  const single = seriesBody({ subject, ...extra, recurrence: null });
  return (await priya.graph('POST', '/me/events', single)).body;
}

function eventPath(event: Json, below = ''): string {
  return `/me/events/${encodeURIComponent(String(event['id']))}${below}`;
}

async function copyOf(person: SignedIn, event: Json): Promise<Json> {
  const filter = encodeURIComponent(`iCalUId eq '${String(event['iCalUId'])}'`);
  return items(await person.graph('GET', `/me/events?$filter=${filter}`))[0] ?? {};
}

async function answered(event: Json): Promise<unknown> {
  return at((await priya.graph('GET', eventPath(event))).body, 'attendees', 0, 'status', 'response');
}

function mails(kind: string, subject: string): unknown[] {
  return received(m365, kind).filter((one) => one.subject?.endsWith(subject) === true);
}

describe('an answer to an invitation', () => {
  test('that is not sent stays with the attendee: no mail, and the organiser sees nothing', async () => {
    const meeting = await newMeeting('Quietly');
    const copy = await copyOf(yusuf, meeting);
    expect((await yusuf.graph('POST', eventPath(copy, '/accept'), { sendResponse: false })).status).toBe(202);
    expect(at(await copyOf(yusuf, meeting), 'responseStatus', 'response')).toBe('accepted');
    expect(await answered(meeting)).toBe('none');
    expect(mails('response', 'Quietly')).toEqual([]);
  });

  test('with another time reaches the organiser as mail and with the event, until the meeting is moved', async () => {
    const meeting = await newMeeting('Proposed');
    const copy = await copyOf(yusuf, meeting);
    const body = { comment: 'Could we?', sendResponse: true, proposedNewTime: LATER };
    expect((await yusuf.graph('POST', eventPath(copy, '/tentativelyAccept'), body)).status).toBe(202);
    expect(mails('response', 'Proposed')).toEqual([
      { who: mailOf('priya'), subject: 'New Time Proposed: Proposed', date: undefined },
    ]);
    const seen = (await priya.graph('GET', eventPath(meeting))).body;
    expect(at(seen, 'attendees', 0, 'proposedNewTime', 'start')).toEqual({
      dateTime: '2026-12-02T11:00:00.0000000',
      timeZone: 'UTC',
    });
    const moved = await priya.graph('PATCH', eventPath(meeting), LATER);
    expect(at(moved.body, 'attendees', 0)).toMatchObject({ status: { response: 'none' } });
    expect(at(moved.body, 'attendees', 0, 'proposedNewTime')).toBeUndefined();
  });

  test.each([
    ['the organiser takes no proposals', { allowNewTimeProposals: false }, { proposedNewTime: LATER }],
    ['the answer is not sent', {}, { proposedNewTime: LATER, sendResponse: false }],
    ['the proposed end comes first', {}, { proposedNewTime: { start: LATER.end, end: LATER.start } }],
    ['the organiser asked for no answers', { responseRequested: false }, { sendResponse: true }],
    ['what says whether to send is no truth value', {}, { sendResponse: 'perhaps' }],
    ['the proposed time is no time', {}, { proposedNewTime: { start: 'tomorrow', end: null } }],
  ])('is refused when %s, and changes nothing', async (why, extra, body) => {
    const meeting = await newMeeting(`Refused: ${why}`, extra);
    const copy = await copyOf(yusuf, meeting);
    expect((await yusuf.graph('POST', eventPath(copy, '/decline'), body)).status).toBe(400);
    expect(await copyOf(yusuf, meeting)).toEqual(copy);
    expect(await answered(meeting)).toBe('none');
  });

  test('cannot be given by the organiser', async () => {
    const meeting = await newMeeting('Own');
    expect((await priya.graph('POST', eventPath(meeting, '/accept'), {})).status).toBe(400);
  });

  test('declined and without a word, the meeting leaves only the own calendar', async () => {
    const meeting = await newMeeting('Declined');
    const copy = await copyOf(yusuf, meeting);
    await yusuf.graph('POST', eventPath(copy, '/decline'), { sendResponse: false });
    expect((await yusuf.graph('GET', eventPath(copy))).status).toBe(404);
    expect((await priya.graph('GET', eventPath(meeting))).status).toBe(200);
  });
});

describe('taking a meeting out', () => {
  test('an attendee who deletes it says nothing to the organiser', async () => {
    const meeting = await newMeeting('Deleted there');
    const copy = await copyOf(yusuf, meeting);
    expect((await yusuf.graph('DELETE', eventPath(copy))).status).toBe(204);
    expect(await answered(meeting)).toBe('none');
    expect([...mails('response', 'Deleted there'), ...mails('cancellation', 'Deleted there')]).toEqual([]);
  });

  test('the organiser who deletes it sends a cancellation, and one who cancels can say why', async () => {
    const deleted = await newMeeting('Deleted here');
    await priya.graph('DELETE', eventPath(deleted));
    expect(mails('cancellation', 'Deleted here')).toHaveLength(1);
    const cancelled = await newMeeting('Called off');
    await priya.graph('POST', eventPath(cancelled, '/cancel'), { comment: 'Ill <today>' });
    const inbox = items(await yusuf.graph('GET', '/me/messages?$top=50'));
    const told = inbox.find((one) => one['subject'] === 'Canceled: Called off');
    expect(String(at(told, 'body', 'content'))).toContain('Ill &lt;today&gt;');
  });

  test('a draft is deleted without a word', async () => {
    const draft = await newMeeting('Never sent', { isDraft: true });
    expect(draft['isDraft']).toBe(true);
    await priya.graph('PATCH', eventPath(draft), { subject: 'Never sent at all' });
    await priya.graph('DELETE', eventPath(draft));
    expect(
      m365
        .ledger()
        .filter(
          (one) =>
            one.mailbox !== null &&
            one.subject?.startsWith('Never sent') === true &&
            one.kind !== 'event-created' &&
            one.kind !== 'event-updated' &&
            one.kind !== 'event-deleted',
        ),
    ).toEqual([]);
  });
});

describe('forwarding a meeting', () => {
  test('an attendee brings somebody else in, and the organiser is told', async () => {
    const meeting = await newMeeting('Passed on');
    const copy = await copyOf(yusuf, meeting);
    const to = [{ emailAddress: { address: mailOf('kwame'), name: 'Kwame' } }];
    expect(
      (await yusuf.graph('POST', eventPath(copy, '/forward'), { toRecipients: to, comment: 'Join us' })).status,
    ).toBe(202);
    expect(mails('invitation', 'Passed on')).toHaveLength(2);
    expect(await copyOf(kwame, meeting)).toMatchObject({
      isOrganizer: false,
      organizer: { emailAddress: { address: mailOf('priya') } },
    });
    const seen = (await priya.graph('GET', eventPath(meeting))).body;
    expect((seen['attendees'] as Json[]).map((one) => at(one, 'emailAddress', 'address'))).toEqual([
      mailOf('yusuf'),
      mailOf('kwame'),
    ]);
    expect(mails('mail-received', 'Meeting Forward Notification: Passed on')).toEqual([
      { who: mailOf('priya'), subject: 'Meeting Forward Notification: Passed on', date: undefined },
    ]);
    await yusuf.graph('POST', eventPath(copy, '/forward'), { toRecipients: to });
    expect(mails('invitation', 'Passed on')).toHaveLength(2);
  });

  test('to nobody, or of a draft, is refused', async () => {
    const meeting = await newMeeting('To nobody');
    expect((await priya.graph('POST', eventPath(meeting, '/forward'), { toRecipients: [] })).status).toBe(400);
    const draft = await newMeeting('Draft of one', { isDraft: true });
    const to = [{ emailAddress: { address: mailOf('kwame') } }];
    expect((await priya.graph('POST', eventPath(draft, '/forward'), { toRecipients: to })).status).toBe(400);
  });
});

describe('who sees whom', () => {
  test('with hidden attendees each sees only themselves', async () => {
    const attendees = ['yusuf', 'kwame'].map((key) => ({ emailAddress: { address: mailOf(key) }, type: 'required' }));
    const meeting = await newMeeting('Hidden', { attendees, hideAttendees: true });
    const addresses = (event: Json) => (event['attendees'] as Json[]).map((one) => at(one, 'emailAddress', 'address'));
    expect(addresses(meeting)).toEqual([mailOf('yusuf'), mailOf('kwame')]);
    expect(addresses(await copyOf(yusuf, meeting))).toEqual([mailOf('yusuf')]);
    expect(addresses(await copyOf(kwame, meeting))).toEqual([mailOf('kwame')]);
  });
});
