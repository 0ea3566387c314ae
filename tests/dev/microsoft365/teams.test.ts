import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { demoSeries } from '#server/dev/organisation/demo-series.ts';
import type { SignedIn } from './local-microsoft365.ts';
import {
  APP,
  NOW,
  at,
  delegated,
  idOf,
  items,
  local,
  organisation,
  received,
  seriesBody,
  signIn,
  startLocal,
} from './local-microsoft365.ts';

let m365: Microsoft365;
let priya: SignedIn;
let yusuf: SignedIn;
let kwame: SignedIn;
beforeAll(async () => {
  m365 = await startLocal();
  [priya, yusuf, kwame] = await Promise.all([signIn(m365, 'priya'), signIn(m365, 'yusuf'), signIn(m365, 'kwame')]);
});
afterAll(() => m365.close());

const BIND = { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${APP.catalogAppId}` };

/** The chat of a new one-to-one series, found as the organiser would. */
async function newChat(): Promise<string> {
  const series = await priya.graph('POST', '/me/events', seriesBody());
  const meeting = await meetingOf(priya, String(at(series.body, 'onlineMeeting', 'joinUrl')));
  return `/chats/${encodeURIComponent(String(at(meeting.body, 'value', 0, 'chatInfo', 'threadId')))}`;
}

function meetingOf(person: SignedIn, joinUrl: string) {
  return person.graph('GET', `/me/onlineMeetings?$filter=${encodeURIComponent(`JoinWebUrl eq '${joinUrl}'`)}`);
}

describe('a meeting and its chat', () => {
  test('the organiser finds the chat by the join address, the attendee may not', async () => {
    const series = await priya.graph('POST', '/me/events', seriesBody());
    const joinUrl = String(at(series.body, 'onlineMeeting', 'joinUrl'));
    expect(String(at((await meetingOf(priya, joinUrl)).body, 'value', 0, 'chatInfo', 'threadId'))).toMatch(
      /^19:meeting_.+@thread\.v2$/,
    );
    expect((await meetingOf(yusuf, joinUrl)).status).toBe(403);
  });

  test('short join addresses work the same', async () => {
    const short = await startLocal({ joinLinks: 'short' });
    const organiser = await signIn(short, 'priya');
    const series = await organiser.graph('POST', '/me/events', seriesBody());
    const joinUrl = String(at(series.body, 'onlineMeeting', 'joinUrl'));
    expect(joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/meet\/\d+\?p=/);
    expect(items(await meetingOf(organiser, joinUrl))).toHaveLength(1);
    await short.close();
  });

  test('both are members, and nobody else can look', async () => {
    const chat = await newChat();
    expect(items(await yusuf.graph('GET', `${chat}/members`)).map((one) => one['userId'])).toEqual([
      idOf('priya'),
      idOf('yusuf'),
    ]);
    expect((await kwame.graph('GET', chat)).status).toBe(403);
  });
});

describe('an application in a chat', () => {
  test('is installed once, found again by its catalog id, and can be taken out', async () => {
    const chat = await newChat();
    expect((await priya.graph('POST', `${chat}/installedApps`, BIND)).status).toBe(201);
    const again = await priya.graph('POST', `${chat}/installedApps`, BIND);
    expect({ status: again.status, code: at(again.body, 'error', 'code') }).toEqual({ status: 409, code: 'Conflict' });
    const found = await priya.graph(
      'GET',
      `${chat}/installedApps?$expand=teamsApp&$filter=teamsApp/id eq '${APP.catalogAppId}'`,
    );
    expect(items(found).map((one) => at(one, 'teamsApp', 'externalId'))).toEqual([APP.teamsAppId]);
    expect(
      (await priya.graph('DELETE', `${chat}/installedApps/${encodeURIComponent(String(items(found)[0]?.['id']))}`))
        .status,
    ).toBe(204);
    expect(items(await priya.graph('GET', `${chat}/installedApps`))).toEqual([]);
  });

  test('cannot be put there by somebody who is not in the chat', async () => {
    expect((await kwame.graph('POST', `${await newChat()}/installedApps`, BIND)).status).toBe(403);
  });

  test('gets a tab only once it is installed', async () => {
    const chat = await newChat();
    const tab = {
      ...BIND,
      displayName: 'Duologue',
      configuration: { entityId: 'pair', contentUrl: 'http://localhost:3978/' },
    };
    expect((await priya.graph('POST', `${chat}/tabs`, tab)).status).toBe(403);
    await priya.graph('POST', `${chat}/installedApps`, BIND);
    expect((await priya.graph('POST', `${chat}/tabs`, tab)).status).toBe(201);
    expect(items(await yusuf.graph('GET', `${chat}/tabs`)).map((one) => one['displayName'])).toEqual(['Duologue']);
  });

  test('can tell somebody something in their activity feed, but nobody themselves', async () => {
    const topic = { source: 'text', value: 'One-to-one', webUrl: 'https://teams.microsoft.com/l/entity/x' };
    const note = { topic, activityType: 'agendaShared', previewText: { content: 'Priya shared an agenda' } };
    const graph = await delegated(m365, 'priya', 'TeamsActivity.Send');
    const statuses = [];
    for (const key of ['yusuf', 'priya']) {
      statuses.push((await graph('POST', `/users/${idOf(key)}/teamwork/sendActivityNotification`, note)).status);
    }
    expect(statuses).toEqual([204, 403]);
    expect(received(m365, 'notification').map((one) => one.subject)).toEqual(['Priya shared an agenda']);
    const feed = await local(m365, 'GET', `/notifications?personId=${idOf('yusuf')}`);
    expect(items(feed)[0]).toMatchObject({ fromName: 'Priya Raman', activityType: 'agendaShared' });
  });
});

describe('the series that stand there from the start', () => {
  test.each(demoSeries(organisation, NOW))(
    '$seriesKey stands in both calendars on the dates it says',
    async (series) => {
      const people = organisation.people.filter((one) => one.id === series.managerId || one.id === series.reportId);
      for (const person of people) {
        const signedIn = await signIn(m365, person.key);
        const id = person.id === series.managerId ? series.eventId : series.attendeeEventId;
        const window = 'startDateTime=2026-05-01T00:00:00Z&endDateTime=2027-12-01T00:00:00Z&$top=200';
        const instances = items(
          await signedIn.graph('GET', `/me/events/${encodeURIComponent(id)}/instances?${window}`, undefined, {
            Prefer: 'outlook.timezone="Europe/London"',
          }),
        );
        expect(instances.map((one) => String(at(one, 'start', 'dateTime')).slice(0, 19))).toEqual(
          series.dates.map((date) => `${date}${series.firstStart.slice(10)}`),
        );
        expect(instances.every((one) => at(one, 'onlineMeeting', 'joinUrl') === series.joinUrl)).toBe(true);
      }
    },
  );

  test('Duologue is in the chats of its own series and in no other', async () => {
    const manager = (id: string) => organisation.people.find((one) => one.id === id)?.key ?? '';
    for (const series of demoSeries(organisation, NOW)) {
      const signedIn = await signIn(m365, manager(series.managerId));
      expect(
        items(await signedIn.graph('GET', `/chats/${encodeURIComponent(series.chatId)}/installedApps`)),
      ).toHaveLength(series.ours ? 1 : 0);
    }
  });
});
