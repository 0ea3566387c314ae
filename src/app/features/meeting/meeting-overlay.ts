import type { RequestOf, RouteName } from '#contract/api.ts';
import type { ActionView } from '#contract/actions.ts';
import type { AgendaItemView } from '#contract/agenda.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { isLate } from '#core/actions/action-life.ts';
import { localDateOf } from '#core/time.ts';

/** A write on its way to the server. */
export interface Write {
  readonly id: string;
  readonly name: RouteName;
  readonly params: Readonly<Record<string, string>>;
  readonly request: unknown;
}

type Fold<Name extends RouteName> = (
  view: MeetingResponse,
  request: RequestOf<Name>,
  params: Readonly<Record<string, string>>,
  at: string,
) => MeetingResponse;

/** What each write will make of a meeting, as far as a screen can tell before the server has answered. */
const folds: { readonly [Name in RouteName]?: Fold<Name> } = {
  addItem: (view, item) =>
    withItems(view, [
      ...view.items.filter((one) => one.id !== item.id),
      {
        ...newItem(view, item.id, item.title, item.minutes, item.urgency),
        note: item.note,
        topicId: item.topicId,
        kindId: item.kindId ?? null,
      },
    ]),
  changeItem: (view, change, params) => {
    const items = view.items.map((item) => (item.id === params['itemId'] ? { ...item, ...defined(change) } : item));
    return change.state !== undefined ? { ...view, items } : withItems(view, items);
  },
  removeItem: (view, _request, params) =>
    withItems(
      view,
      view.items.filter((item) => item.id !== params['itemId']),
    ),
  adjournItem: (view, { to }, params) => {
    const item = view.items.find(({ id }) => id === params['itemId']);
    if (item === undefined) return view;
    const planned = [view.nextMeeting, ...view.followUps].find((one) => one?.id === to.meetingId);
    const start = to.kind === 'follow-up' ? to.start : planned?.start;
    const kind = view.nextMeeting?.id === to.meetingId ? 'one-to-one' : 'follow-up';
    const wentTo = start === undefined ? null : ({ meetingId: to.meetingId, start, kind } as const);
    const left = view.items.filter(({ id }) => id !== item.id);
    return withItems({ ...view, adjourned: [...view.adjourned, { ...item, state: 'adjourned', wentTo }] }, left);
  },
  orderItems: (view, { itemIds }) => {
    const place = (item: AgendaItemView): number =>
      itemIds.includes(item.id) ? itemIds.indexOf(item.id) : itemIds.length;
    return withItems(
      view,
      [...view.items].sort((a, b) => place(a) - place(b)),
    );
  },
  addJotting: (view, { id, text, promptId = null }, _params, at) => ({
    ...view,
    jottings: [...view.jottings.filter((one) => one.id !== id), { id, text, at, promptId, sharedItemId: null }],
  }),
  changeJotting: (view, { text }, params) => ({
    ...view,
    jottings: view.jottings.map((one) => (one.id === params['jottingId'] ? { ...one, text } : one)),
  }),
  removeJotting: (view, _request, params) => ({
    ...view,
    jottings: view.jottings.filter((one) => one.id !== params['jottingId']),
  }),
  shareJotting: (view, share, params) =>
    withItems(
      {
        ...view,
        jottings: view.jottings.map((one) =>
          one.id === params['jottingId'] ? { ...one, sharedItemId: share.itemId } : one,
        ),
      },
      [
        ...view.items.filter((one) => one.id !== share.itemId),
        { ...newItem(view, share.itemId, share.title, share.minutes, share.urgency), kindId: share.kindId ?? null },
      ],
    ),
  addPoint: (view, point, _params, at) => ({
    ...view,
    points: [
      ...view.points.filter((one) => one.id !== point.id),
      {
        ...point,
        sectionId: point.sectionId ?? null,
        behaviourId: point.behaviourId ?? null,
        authorId: view.me.id,
        at,
      },
    ],
  }),
  changePoint: (view, change, params) => ({
    ...view,
    points: view.points.map((one) => (one.id === params['pointId'] ? { ...one, ...defined(change) } : one)),
  }),
  removePoint: (view, _request, params) => ({
    ...view,
    points: view.points.filter((one) => one.id !== params['pointId']),
  }),
  addAction: (view, action, _params, at) => ({
    ...view,
    newActions: [...view.newActions.filter((one) => one.id !== action.id), newAction(view, action, at)],
  }),
  changeAction: (view, { step }, params, at) => {
    const apply = (action: ActionView): ActionView =>
      action.id === params['actionId'] ? stepAction(action, step, localDateOf(at, view.zone), view, at) : action;
    return { ...view, lastActions: view.lastActions.map(apply), newActions: view.newActions.map(apply) };
  },
  coverTopic: (view, { topicId, covered }) => ({
    ...view,
    coverage: {
      ...view.coverage,
      topics: view.coverage.topics.map((topic) =>
        topic.topicId === topicId ? { ...topic, covered, by: covered ? 'tick' : null } : topic,
      ),
    },
  }),
  addReading: (view, reading, params) => ({
    ...view,
    measures: view.measures.map((measure) =>
      measure.id === params['measureId'] ? { ...measure, readings: [...measure.readings, reading] } : measure,
    ),
  }),
};

/** A meeting as it will be once these writes have arrived, oldest first. Applying one that has arrived changes nothing more. */
export function withWrites(view: MeetingResponse, writes: readonly Write[], at: string): MeetingResponse {
  return writes.reduce((seen, { name, request, params }) => {
    const fold = folds[name] as Fold<RouteName> | undefined;
    return fold === undefined ? seen : fold(seen, request as never, params, at);
  }, view);
}

/** A changed agenda is not what was agreed to: agreements given are void until given again. */
function withItems(view: MeetingResponse, items: AgendaItemView[]): MeetingResponse {
  if (view.meeting.state !== 'planned') return { ...view, items };
  return { ...view, items, meeting: { ...view.meeting, agreedBySupervisor: false, agreedByEmployee: false } };
}

function newItem(
  view: MeetingResponse,
  id: string,
  title: string,
  minutes: number,
  urgency: AgendaItemView['urgency'],
): AgendaItemView {
  return {
    id,
    title,
    note: null,
    topicId: null,
    kindId: null,
    standingId: null,
    behaviourId: null,
    shows: null,
    raisedBy: view.me.id,
    urgency,
    minutes,
    position: view.items.length + 1,
    state: 'open',
    timesCarried: 0,
    cameFrom: null,
    wentTo: null,
  };
}

function newAction(view: MeetingResponse, request: RequestOf<'addAction'>, at: string): ActionView {
  return {
    ...request,
    pairId: view.meeting.pairId,
    raisedInId: view.meeting.id,
    state: 'open',
    settledOn: null,
    droppedReason: null,
    timesCarried: 0,
    late: false,
    createdAt: at,
    history: [{ at, by: view.me.id, meetingId: view.meeting.id, change: { kind: 'agreed', dueOn: request.dueOn } }],
  };
}

function stepAction(
  action: ActionView,
  step: RequestOf<'changeAction'>['step'],
  today: string,
  view: MeetingResponse,
  at: string,
): ActionView {
  const log = (change: ActionView['history'][number]['change']): ActionView['history'] => [
    ...action.history,
    { at, by: view.me.id, meetingId: view.meeting.id, change },
  ];
  switch (step.kind) {
    case 'done':
      return { ...action, state: 'done', settledOn: today, late: false, history: log(step) };
    case 'dropped':
      return {
        ...action,
        state: 'dropped',
        settledOn: today,
        droppedReason: step.reason,
        late: false,
        history: log(step),
      };
    case 'reopened': {
      const open: ActionView = { ...action, state: 'open', settledOn: null, droppedReason: null, history: log(step) };
      return { ...open, late: isLate(open, today) };
    }
    case 'new-date': {
      const moved: ActionView = {
        ...action,
        dueOn: step.dueOn,
        history: log({ kind: 'new-date', from: action.dueOn, to: step.dueOn }),
      };
      return { ...moved, late: isLate(moved, today) };
    }
    case 'reworded':
      return { ...action, text: step.text, history: log({ kind: 'reworded', from: action.text }) };
  }
}

function defined<T extends object>(change: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
