import type { GraphSlice } from '../graph/openapi.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, pageOf, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshItemId } from '../tenant/identifiers.ts';
import { partInput } from './part-routes.ts';
import { taskInput } from './task-input.ts';
import { TASK_EXPANDABLE, taskView } from './task-view.ts';
import { READS, WRITES } from './todo-permissions.ts';
import { changeTask, findList, findTask, todoStore } from './todo-store.ts';
import type { StoredTask } from './todo-store.ts';

const TASKS = '/todo/lists/{todoTaskList-id}/tasks';
const ONE = `${TASKS}/{todoTask-id}`;

/** Tasks of a list. */
export function graphTasks(router: GraphRouter, slice: GraphSlice): void {
  router.mailbox(
    'GET',
    TASKS,
    (request) => pageOf(request, tasksIn(request), taskView, { pageSize: 20, expandable: TASK_EXPANDABLE }),
    READS,
  );
  router.mailbox('POST', TASKS, (request) => makeTask(request, slice), WRITES);
  router.mailbox('GET', ONE, (request) => ok(oneView(request, findTask(request))), READS);
  router.mailbox('PATCH', ONE, (request) => patchTask(request, slice), WRITES);
  router.mailbox('DELETE', ONE, deleteTask, WRITES);
}

function deleteTask(request: GraphRequest): Answer {
  todoStore(request.tenant).tasks.remove(findTask(request).id);
  return noContent();
}

/** The tasks of the list an address names, newest first. */
export function tasksIn(request: GraphRequest): StoredTask[] {
  return todoStore(request.tenant).tasksByList.of(findList(request).id).toReversed();
}

function oneView(request: GraphRequest, task: StoredTask): Json {
  return selected(request, taskView(task), TASK_EXPANDABLE);
}

function makeTask(request: GraphRequest, slice: GraphSlice): Answer {
  const { tenant, owner } = request;
  const [list, body] = [findList(request), jsonBody(request)];
  const said = taskInput(tenant, slice, body, null);
  const parts = (name: 'linkedResources' | 'checklistItems'): Json[] =>
    (Array.isArray(body[name]) ? (body[name] as unknown[]) : [])
      .filter(isObject)
      .map((one) => partInput(tenant, slice, name, one, null));
  const at = tenant.now();
  const task: StoredTask = {
    id: freshItemId(),
    mailbox: owner.id,
    listId: list.id,
    said,
    linkedResources: parts('linkedResources'),
    checklistItems: parts('checklistItems'),
    createdAt: at,
    modifiedAt: at,
    bodyModifiedAt: at,
    changeNumber: 1,
  };
  todoStore(tenant).tasks.put(task.id, task);
  return created(oneView(request, task));
}

function patchTask(request: GraphRequest, slice: GraphSlice): Answer {
  const [before, body] = [findTask(request), jsonBody(request)];
  const said = taskInput(request.tenant, slice, body, before);
  const bodyModifiedAt = body['body'] === undefined ? before.bodyModifiedAt : request.tenant.now();
  return ok(oneView(request, changeTask(request.tenant, before, { said, bodyModifiedAt })));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
