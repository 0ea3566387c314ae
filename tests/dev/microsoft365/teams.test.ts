import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { demoSeries } from '#server/dev/organisation/demo-series.ts';
import type { SignedIn } from './local-microsoft365.ts';
import {
  APP,
  NOW,
  at,
  delegated,
  graphWith,
  idOf,
  items,
  local,
  organisation,
  postForm,
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

  test('brings the tab its manifest pins, which can be taken out and put back without a name of its own', async () => {
    const chat = await newChat();
    expect((await priya.graph('POST', `${chat}/tabs`, BIND)).status).toBe(403);
    await priya.graph('POST', `${chat}/installedApps`, BIND);
    const [pinned] = items(await yusuf.graph('GET', `${chat}/tabs?$expand=teamsApp`));
    expect(pinned).toMatchObject({ displayName: 'Duologue', teamsApp: { externalId: APP.teamsAppId } });
    const named = { ...BIND, displayName: 'Ours', configuration: { contentUrl: 'http://localhost:3978/' } };
    expect((await priya.graph('POST', `${chat}/tabs`, named)).status).toBe(400);
    expect((await priya.graph('POST', `${chat}/tabs`, BIND)).status).toBe(409);
    const tab = `${chat}/tabs/${String(pinned?.['id'])}`;
    expect((await priya.graph('PATCH', tab, { displayName: 'Ours' })).status).toBe(400);
    expect((await priya.graph('DELETE', tab)).status).toBe(204);
    expect((await priya.graph('GET', tab)).status).toBe(404);
    expect((await priya.graph('POST', `${chat}/tabs`, BIND)).status).toBe(201);
    expect(items(await yusuf.graph('GET', `${chat}/tabs`))).toHaveLength(1);
  });

  test('takes its tab along when it leaves', async () => {
    const chat = await newChat();
    await priya.graph('POST', `${chat}/installedApps`, BIND);
    const [installed] = items(await priya.graph('GET', `${chat}/installedApps`));
    const installation = `${chat}/installedApps/${encodeURIComponent(String(installed?.['id']))}`;
    expect((await priya.graph('POST', `${installation}/upgrade`)).status).toBe(204);
    await priya.graph('DELETE', installation);
    expect(items(await priya.graph('GET', `${chat}/tabs`))).toEqual([]);
    expect((await priya.graph('POST', `${installation}/upgrade`)).status).toBe(404);
  });

  test('with a tab that is set up by hand, needs a name and an address, and the name can be changed', async () => {
    const hand = await startLocal({ apps: { ...APP, chatTab: 'configurable' } });
    const organiser = await signIn(hand, 'priya');
    const series = await organiser.graph('POST', '/me/events', seriesBody());
    const meeting = await meetingOf(organiser, String(at(series.body, 'onlineMeeting', 'joinUrl')));
    const chat = `/chats/${encodeURIComponent(String(at(meeting.body, 'value', 0, 'chatInfo', 'threadId')))}`;
    await organiser.graph('POST', `${chat}/installedApps`, BIND);
    expect(items(await organiser.graph('GET', `${chat}/tabs`))).toEqual([]);
    expect((await organiser.graph('POST', `${chat}/tabs`, BIND)).status).toBe(400);
    const named = { ...BIND, displayName: 'Ours', configuration: { contentUrl: 'http://localhost:3978/' } };
    const tab = await organiser.graph('POST', `${chat}/tabs`, named);
    expect(tab.status).toBe(201);
    const renamed = await organiser.graph('PATCH', `${chat}/tabs/${String(tab.body['id'])}`, { displayName: 'Yours' });
    expect([renamed.status, renamed.body['displayName']]).toEqual([200, 'Yours']);
    await hand.close();
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

describe('a notification in somebody’s activity feed', () => {
  const topic = { source: 'text', value: 'One-to-one', webUrl: 'https://teams.microsoft.com/l/entity/x' };
  const note = { topic, activityType: 'agendaShared', previewText: { content: 'An agenda' } };

  test('reaches nobody who has the application neither for themselves nor in a chat', async () => {
    const house = await startLocal();
    const alistair = await delegated(house, 'alistair', 'TeamsActivity.Send');
    const { graph: yusufs } = await signIn(house, 'yusuf');
    const own = '/me/teamwork/installedApps';
    const send = async () =>
      (await alistair('POST', `/users/${idOf('yusuf')}/teamwork/sendActivityNotification`, note)).status;
    const chats = demoSeries(organisation, NOW).filter((one) => one.ours && one.reportId === idOf('yusuf'));
    expect((await yusufs('POST', own, BIND)).status).toBe(409);
    const [installed] = items(await yusufs('GET', own));
    expect((await yusufs('DELETE', `${own}/${encodeURIComponent(String(installed?.['id']))}`)).status).toBe(204);
    expect(items(await yusufs('GET', own))).toEqual([]);
    expect(chats).toEqual([]);
    expect(await send()).toBe(403);
    expect((await yusufs('POST', own, BIND)).status).toBe(201);
    expect(await send()).toBe(204);
    await house.close();
  });

  test('is of a type the manifest declares, and short', async () => {
    const house = await startLocal({ apps: { ...APP, activityTypes: ['agendaShared'] } });
    const graph = await delegated(house, 'priya', 'TeamsActivity.Send');
    const send = async (change: Record<string, unknown>) =>
      (await graph('POST', `/users/${idOf('yusuf')}/teamwork/sendActivityNotification`, { ...note, ...change })).status;
    expect(await send({})).toBe(204);
    expect(await send({ activityType: 'agendashared' })).toBe(400);
    expect(await send({ activityType: 'systemDefault' })).toBe(204);
    expect(await send({ previewText: { content: 'x'.repeat(151) } })).toBe(400);
    await house.close();
  });
});

describe('an online meeting without an event', () => {
  test('is made once for the same external id, found by its number, and stands in no calendar', async () => {
    const { graph } = priya;
    const wish = { externalId: 'ours', subject: 'Ad hoc', startDateTime: '2026-11-27T09:00:00Z' };
    const before = items(await graph('GET', '/me/events?$top=200')).length;
    const first = await graph('POST', '/me/onlineMeetings/createOrGet', wish);
    const second = await graph('POST', '/me/onlineMeetings/createOrGet', wish);
    expect([first.status, second.status, second.body['id']]).toEqual([201, 200, first.body['id']]);
    const number = String(at(first.body, 'joinMeetingIdSettings', 'joinMeetingId'));
    const filter = encodeURIComponent(`joinMeetingIdSettings/joinMeetingId eq '${number}'`);
    expect(items(await graph('GET', `/me/onlineMeetings?$filter=${filter}`)).map((one) => one['subject'])).toEqual([
      'Ad hoc',
    ]);
    expect(items(await graph('GET', '/me/events?$top=200'))).toHaveLength(before);
    expect((await graph('GET', '/me/onlineMeetings')).status).toBe(400);
    expect((await graph('POST', '/me/onlineMeetings/createOrGet', { subject: 'No id' })).status).toBe(400);
  });

  test('is closed to an application by itself until an administrator lets it in', async () => {
    const appOnly = { grant_type: 'client_credentials', client_id: APP.clientId, client_secret: APP.clientSecret };
    const asked = async (house: Microsoft365) => {
      const token = await postForm(house, { ...appOnly, scope: 'https://graph.microsoft.com/.default' });
      const series = await (await signIn(house, 'priya')).graph('POST', '/me/events', seriesBody());
      const filter = encodeURIComponent(`JoinWebUrl eq '${String(at(series.body, 'onlineMeeting', 'joinUrl'))}'`);
      const path = `/users/${idOf('priya')}/onlineMeetings?$filter=${filter}`;
      const answer = await graphWith(house, String(token.body['access_token']))('GET', path);
      return [answer.status, at(answer.body, 'error', 'code'), items(answer).length];
    };
    expect(await asked(m365)).toEqual([403, 'Unauthorized', 0]);
    const open = await startLocal({ apps: { ...APP, actsInMeetings: true } });
    expect(await asked(open)).toEqual([200, undefined, 1]);
    await open.close();
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
