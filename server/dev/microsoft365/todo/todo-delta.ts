import { ChangeReaders } from '../graph/change-readers.ts';
import type { Changing } from '../graph/change-readers.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { ok, param, preference, queryOptions, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { tasksIn } from './task-routes.ts';
import { TASK_EXPANDABLE, listView, taskView } from './task-view.ts';
import { listsOf } from './todo-store.ts';
import { READS } from './todo-permissions.ts';

const PAGE_SIZE = 20;
const readersOf = new WeakMap<Tenant, ChangeReaders>();

/** What changed among the lists of a person, and among the tasks of a list. */
export function graphTodoDelta(router: GraphRouter): void {
  router.mailbox('GET', '/todo/lists/delta', (request) => changes(request, listsNow(request)), READS);
  router.mailbox(
    'GET',
    '/todo/lists/{todoTaskList-id}/tasks/delta',
    (request) => changes(request, tasksNow(request)),
    READS,
  );
}

function listsNow({ tenant, owner }: GraphRequest): Changing<Json>[] {
  return listsOf(tenant, owner.id).map((one) => ({
    key: one.id,
    version: one.changeNumber,
    sentAs: one.id,
    item: { '@odata.type': '#microsoft.graph.todoTaskList', ...listView(one) },
  }));
}

function tasksNow(request: GraphRequest): Changing<Json>[] {
  return tasksIn(request).map((one) => ({
    key: one.id,
    version: one.changeNumber,
    sentAs: one.id,
    item: { '@odata.type': '#microsoft.graph.todoTask', ...taskView(one) },
  }));
}

function changes(request: GraphRequest, now: readonly Changing<Json>[]): Answer {
  const readers = readersOf.get(request.tenant) ?? new ChangeReaders();
  readersOf.set(request.tenant, readers);
  const followed = `${request.owner.id} ${param(request, 'todoTaskList-id')}`;
  const token = request.query.get('$deltatoken') ?? request.query.get('$skiptoken');
  const reader = token === null ? { query: request.query.toString(), seen: new Map() } : readers.open(followed, token);
  const asked = { ...request, query: new URLSearchParams(reader.query) };
  const preferred = Number(preference(request, 'odata.maxpagesize') ?? Number.NaN);
  const size = queryOptions(asked).top ?? (preferred > 0 ? preferred : PAGE_SIZE);
  const page = readers.next(followed, reader, now, Math.max(1, size));
  const link = `${request.graphBase}${request.path}?${page.isLast ? '$deltatoken' : '$skiptoken'}=${page.token}`;
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#Collection(todoTask)`,
    [page.isLast ? '@odata.deltaLink' : '@odata.nextLink']: link,
    value: [
      ...page.sent.map(({ one }) => selected(asked, one.item, TASK_EXPANDABLE)),
      ...page.gone.map((id): Json => ({ '@removed': { reason: 'deleted' }, id })),
    ],
  });
}
