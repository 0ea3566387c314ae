import { refuseWrongShape } from '../calendar/body-shape.ts';
import { momentInput } from '../calendar/event-input.ts';
import { graphDateTime, toEpoch, toLocal } from '../calendar/local-time.ts';
import { recurrenceInput } from '../calendar/recurrence-input.ts';
import { badRequest } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Json } from '../graph/request.ts';
import { textValue } from '../graph/request.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { StoredTask } from './todo-store.ts';

const STATUSES = ['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'];
const IMPORTANCES = ['low', 'normal', 'high'];
const TIMES = ['dueDateTime', 'reminderDateTime', 'startDateTime'];

/** What a task says when nobody said anything. */
const UNSAID: Json = {
  title: '',
  status: 'notStarted',
  importance: 'normal',
  isReminderOn: false,
  categories: [],
  body: { content: '', contentType: 'text' },
};

/**
 * What a task says after a request: what is named changes, null takes away. Times are kept as UTC; a completed task says when.
 * @throws GraphError 400 for what Graph would refuse.
 */
export function taskInput(tenant: Tenant, slice: GraphSlice, body: Json, before: StoredTask | null): Json {
  refuseWrongShape(slice, body, 'todoTask');
  const said: Json = { ...(before?.said ?? UNSAID) };
  for (const name of ['title', 'isReminderOn']) {
    if (body[name] !== undefined && body[name] !== null) {
      said[name] = body[name];
    }
  }
  if (Array.isArray(body['categories'])) {
    said['categories'] = (body['categories'] as unknown[]).filter((one) => typeof one === 'string');
  }
  for (const [name, allowed] of [
    ['status', STATUSES],
    ['importance', IMPORTANCES],
  ] as const) {
    const asked = textValue(body, name)?.toLowerCase();
    if (asked !== undefined) {
      said[name] = allowed.find((one) => one.toLowerCase() === asked) ?? said[name];
    }
  }
  if (body['body'] !== undefined) {
    said['body'] = {
      content: textValue(body, 'body/content') ?? '',
      contentType: (textValue(body, 'body/contentType') ?? 'text').toLowerCase(),
    };
  }
  for (const name of TIMES) {
    if (body[name] !== undefined) {
      said[name] = body[name] === null ? null : timeInput(body[name], name);
    }
  }
  if (body['reminderDateTime'] !== undefined && body['isReminderOn'] === undefined) {
    said['isReminderOn'] = body['reminderDateTime'] !== null;
  }
  if (body['recurrence'] !== undefined) {
    said['recurrence'] = recurrence(body['recurrence'], said);
  }
  said['completedDateTime'] = completed(tenant, body, said);
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

function timeInput(value: unknown, name: string): Json {
  const { local, zone } = momentInput(value, name);
  return { dateTime: graphDateTime(toLocal(toEpoch(local, zone), 'UTC')), timeZone: 'UTC' };
}

/** A rule needs a day the task is due. */
function recurrence(value: unknown, said: Json): Json | null {
  if (value === null) {
    return null;
  }
  if (said['dueDateTime'] === undefined || said['dueDateTime'] === null) {
    throw badRequest('A task that recurs needs a dueDateTime.', 'invalidRequest');
  }
  const { pattern, range } = recurrenceInput(value, null);
  return { pattern: { ...pattern }, range: { ...range } };
}

function completed(tenant: Tenant, body: Json, said: Json): unknown {
  if (said['status'] !== 'completed') {
    return null;
  }
  if (body['completedDateTime'] !== undefined && body['completedDateTime'] !== null) {
    return timeInput(body['completedDateTime'], 'completedDateTime');
  }
  const today = toLocal(tenant.now(), 'UTC').slice(0, 10);
  return said['completedDateTime'] ?? { dateTime: graphDateTime(`${today}T00:00:00`), timeZone: 'UTC' };
}
