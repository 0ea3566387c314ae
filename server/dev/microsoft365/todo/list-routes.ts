import { refuseWrongShape } from '../calendar/body-shape.ts';
import { badRequest } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, selected, textValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshItemId } from '../tenant/identifiers.ts';
import { listView } from './task-view.ts';
import { READS, WRITES_LISTS } from './todo-permissions.ts';
import { findList, listsOf, todoStore } from './todo-store.ts';
import type { StoredTaskList } from './todo-store.ts';

const ONE = '/todo/lists/{todoTaskList-id}';

/** Lists of tasks: the two everybody has, and those people make. */
export function graphTaskLists(router: GraphRouter, slice: GraphSlice): void {
  router.mailbox(
    'GET',
    '/todo/lists',
    (request) => page(request, listsOf(request.tenant, request.owner.id).map(listView), { pageSize: 100 }),
    READS,
  );
  router.mailbox('POST', '/todo/lists', (request) => makeList(request, slice), WRITES_LISTS);
  router.mailbox('GET', ONE, (request) => ok(selected(request, listView(findList(request)))), READS);
  router.mailbox('PATCH', ONE, (request) => renameList(request, slice), WRITES_LISTS);
  router.mailbox('DELETE', ONE, deleteList, WRITES_LISTS);
}

function nameIn(request: GraphRequest, slice: GraphSlice): string {
  const body = jsonBody(request);
  refuseWrongShape(slice, body, 'todoTaskList');
  const name = textValue(body, 'displayName')?.trim() ?? '';
  if (name === '') {
    throw badRequest('The list needs a displayName.', 'invalidRequest');
  }
  return name;
}

function makeList(request: GraphRequest, slice: GraphSlice): Answer {
  const list: StoredTaskList = {
    id: freshItemId(),
    mailbox: request.owner.id,
    displayName: nameIn(request, slice),
    wellknownListName: 'none',
    changeNumber: 1,
  };
  todoStore(request.tenant).lists.put(list.id, list);
  return created(listView(list));
}

/** @throws GraphError 400 for a list everybody has. */
function ownList(request: GraphRequest): StoredTaskList {
  const list = findList(request);
  if (list.wellknownListName !== 'none') {
    throw badRequest(`The list '${list.displayName}' is one everybody has and stays as it is.`, 'invalidRequest');
  }
  return list;
}

function renameList(request: GraphRequest, slice: GraphSlice): Answer {
  const before = ownList(request);
  const list = { ...before, displayName: nameIn(request, slice), changeNumber: before.changeNumber + 1 };
  todoStore(request.tenant).lists.put(list.id, list);
  return ok(listView(list));
}

function deleteList(request: GraphRequest): Answer {
  const list = ownList(request);
  const { lists, tasks, tasksByList } = todoStore(request.tenant);
  for (const task of tasksByList.of(list.id)) {
    tasks.remove(task.id);
  }
  lists.remove(list.id);
  return noContent();
}
