import type { RequestOf } from '#contract/api.ts';
import type { AgendaItemView } from '#contract/agenda.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { PointView } from '#contract/record.ts';
import type { HostPlace } from '../../../src/app/host/host.ts';
import { answering, giving, type Answering } from './answering.ts';
import { action, finding, idOf, now, priya, tomasz } from './views.ts';

export const meetingId = idOf(500);

/** Where a side panel or chat tab of the meeting stands. */
export const meetingPlace: HostPlace = {
  frameContext: 'sidePanel',
  chatId: '19:meeting_one@thread.v2',
  meetingId: null,
  subPageId: null,
  locale: 'en-gb',
  hostName: 'Teams',
  userObjectId: null,
  appointment: null,
};

export function item(number: number, part: Partial<AgendaItemView> = {}): AgendaItemView {
  return {
    id: idOf(600 + number),
    title: `Item ${String(number)}`,
    note: null,
    topicId: null,
    kindId: null,
    standingId: null,
    behaviourId: null,
    shows: null,
    raisedBy: tomasz.id,
    urgency: 'normal',
    minutes: 10,
    position: number,
    state: 'open',
    timesCarried: 0,
    cameFrom: null,
    wentTo: null,
    ...part,
  };
}

export function point(part: Partial<PointView> = {}): PointView {
  return {
    id: idOf(800),
    itemId: idOf(602),
    topicId: null,
    sectionId: null,
    authorId: priya.id,
    text: 'Six flats need a gas-check date',
    mark: null,
    behaviourId: null,
    at: now,
    ...part,
  };
}

/** A meeting of Priya and Tomasz as one of them sees it: with standing item, two items, and three actions from last time. */
export function meetingView(
  part: Partial<Omit<MeetingResponse, 'meeting'>> = {},
  meeting: Partial<MeetingResponse['meeting']> = {},
): MeetingResponse {
  return {
    meeting: {
      id: meetingId,
      pairId: idOf(1),
      kind: 'one-to-one',
      kindTitle: null,
      state: 'open',
      originalDate: '2026-11-26',
      start: '2026-11-26T09:30:00.000Z',
      end: '2026-11-26T10:15:00.000Z',
      reason: null,
      movedFrom: null,
      skipped: null,
      calledOff: null,
      agendaVersion: 3,
      agreedBySupervisor: false,
      agreedByEmployee: false,
      openedAt: null,
      closedAt: null,
      joinUrl: 'https://teams.microsoft.com/l/meetup-join/one',
      eventId: 'event',
      ...meeting,
    },
    me: priya,
    other: tomasz,
    supervising: true,
    seq: 7,
    now,
    zone: 'Europe/London',
    items: [
      item(1, {
        title: 'Last time’s actions',
        standingId: 'last-actions',
        shows: 'last-actions',
        raisedBy: null,
        minutes: 5,
      }),
      item(2, { title: 'Alder Court handover' }),
      item(3, { title: 'Cover over Christmas', raisedBy: priya.id }),
    ],
    adjourned: [],
    jottings: [],
    standing: [],
    preparation: { block: null, each: false },
    points: [],
    lastActions: [
      action({ id: idOf(701), text: 'Ask Facilities for a second key safe', dueOn: '2026-11-24', late: true }),
      action({
        id: idOf(702),
        text: 'Book the fire-marshal refresher',
        ownerId: tomasz.id,
        dueOn: '2026-12-04',
        timesCarried: 1,
      }),
      action({
        id: idOf(703),
        text: 'Share the January rota draft',
        ownerId: tomasz.id,
        state: 'done',
        settledOn: '2026-11-23',
      }),
    ],
    newActions: [],
    lastMeeting: { id: idOf(499), start: '2026-11-12T10:00:00.000Z' },
    nextMeeting: { id: idOf(501), start: '2026-12-10T10:00:00.000Z', end: '2026-12-10T10:45:00.000Z' },
    followUps: [],
    coverage: {
      clause: 'OUT-2',
      topics: [
        { topicId: 'tasks', title: 'Tasks and projects', prompts: [], measures: false, covered: true, by: 'point' },
        {
          topicId: 'wellbeing',
          title: 'Wellbeing',
          prompts: ['How are you, really?'],
          measures: false,
          covered: false,
          by: null,
        },
      ],
    },
    measures: [],
    cadence: finding(),
    summaryMail: { asked: true, clause: 'OUT-4' },
    deliveries: [],
    isOfThree: false,
    ...part,
  };
}

/** The other end for one meeting: what is written is kept and read back, as the server does. */
export function meetingServer(first: MeetingResponse): Answering & { view: MeetingResponse } {
  const change = (part: Partial<MeetingResponse>): Response => {
    server.view = { ...server.view, ...part, seq: server.view.seq + 1 };
    return giving({ seq: server.view.seq });
  };
  const server: Answering & { view: MeetingResponse } = {
    ...answering({
      findMeeting: () => giving({ meetingId, pairId: idOf(1) }),
      meeting: () => giving(server.view),
      sayWriting: () => giving({}),
      addPoint: ({ body }) => {
        const added = body as RequestOf<'addPoint'>;
        const written = { behaviourId: null, sectionId: null, ...added, authorId: server.view.me.id, at: now };
        return change({ points: [...server.view.points, point(written as Partial<PointView>)] });
      },
      addAction: ({ body }) => {
        const added = action({ ...(body as RequestOf<'addAction'>), raisedInId: meetingId, createdAt: now });
        change({ newActions: [...server.view.newActions, added] });
        return giving(added);
      },
      changeAction: ({ body, path }) => {
        const { step } = body as RequestOf<'changeAction'>;
        const apply = (one: MeetingResponse['lastActions'][number]) =>
          path.includes(one.id) ? stepped(one, step) : one;
        change({ lastActions: server.view.lastActions.map(apply) });
        return giving(server.view.lastActions.find((one) => path.includes(one.id)));
      },
      agreeAgenda: () => change({ meeting: { ...server.view.meeting, agreedBySupervisor: true } }),
      orderItems: ({ body }) => {
        const { itemIds } = body as RequestOf<'orderItems'>;
        const items = itemIds.flatMap((id) => server.view.items.filter((one) => one.id === id));
        return change({
          items,
          meeting: { ...server.view.meeting, agendaVersion: 4, agreedBySupervisor: false, agreedByEmployee: false },
        });
      },
      closeMeeting: () => change({ meeting: { ...server.view.meeting, state: 'closed', closedAt: now } }),
    }),
    view: first,
  };
  return server;
}

function stepped(
  one: MeetingResponse['lastActions'][number],
  step: RequestOf<'changeAction'>['step'],
): MeetingResponse['lastActions'][number] {
  const history: typeof one.history = [...one.history, { at: now, by: priya.id, meetingId, change: { kind: 'done' } }];
  if (step.kind === 'done') return { ...one, state: 'done', settledOn: '2026-11-26', history };
  if (step.kind === 'dropped')
    return { ...one, state: 'dropped', settledOn: '2026-11-26', droppedReason: step.reason, history };
  return step.kind === 'new-date' ? { ...one, dueOn: step.dueOn, late: false, history } : one;
}
