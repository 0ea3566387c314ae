import { itemNotFound } from '../graph/error.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { param } from '../graph/request.ts';
import { stableItemId } from '../tenant/identifiers.ts';
import type { Collection } from '../tenant/journal.ts';
import type { Lookup } from '../tenant/lookup.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** A list of tasks. */
export interface StoredTaskList {
  id: string;
  mailbox: string;
  displayName: string;
  wellknownListName: 'none' | 'defaultList' | 'flaggedEmails';
  changeNumber: number;
}

/** A task on a list, its parts included. Times are epoch milliseconds. */
export interface StoredTask {
  id: string;
  mailbox: string;
  listId: string;
  /** What the owner said of it, as Graph writes it. */
  said: Json;
  linkedResources: Json[];
  checklistItems: Json[];
  createdAt: number;
  modifiedAt: number;
  bodyModifiedAt: number;
  changeNumber: number;
}

interface Store {
  lists: Collection<StoredTaskList>;
  tasks: Collection<StoredTask>;
  listsByMailbox: Lookup<StoredTaskList>;
  tasksByList: Lookup<StoredTask>;
}

const stores = new WeakMap<Tenant, Store>();

/** The lists and tasks of a tenant. */
export function todoStore(tenant: Tenant): Store {
  const known = stores.get(tenant);
  if (known !== undefined) {
    return known;
  }
  let listsByMailbox: Lookup<StoredTaskList> | undefined;
  let tasksByList: Lookup<StoredTask> | undefined;
  const lists = tenant.rooms.kept<StoredTaskList>('todoLists', (collection) => {
    listsByMailbox = collection.lookup((one) => [one.mailbox]);
  });
  const tasks = tenant.rooms.kept<StoredTask>('todoTasks', (collection) => {
    tasksByList = collection.lookup((one) => [one.listId]);
  });
  const store = {
    lists,
    tasks,
    listsByMailbox: listsByMailbox ?? lists.lookup((one) => [one.mailbox]),
    tasksByList: tasksByList ?? tasks.lookup((one) => [one.listId]),
  };
  stores.set(tenant, store);
  return store;
}

/** The lists everybody has, then those they made. */
export function listsOf(tenant: Tenant, mailbox: string): StoredTaskList[] {
  const made = todoStore(tenant).listsByMailbox.of(mailbox);
  const builtIn = [
    { displayName: 'Tasks', wellknownListName: 'defaultList' },
    { displayName: 'Flagged Emails', wellknownListName: 'flaggedEmails' },
  ] as const;
  return [
    ...builtIn.map((one) => ({
      ...one,
      id: stableItemId('task list', one.wellknownListName, mailbox),
      mailbox,
      changeNumber: 1,
    })),
    ...made,
  ];
}

/** The list an address names. @throws GraphError 404 when the owner has no such list. */
export function findList(request: GraphRequest): StoredTaskList {
  const id = param(request, 'todoTaskList-id');
  const found = listsOf(request.tenant, request.owner.id).find((one) => one.id === id);
  if (found === undefined) {
    throw itemNotFound();
  }
  return found;
}

/** The task an address names. @throws GraphError 404 when it is not on that list. */
export function findTask(request: GraphRequest): StoredTask {
  const task = todoStore(request.tenant).tasks.get(param(request, 'todoTask-id'));
  if (task?.mailbox !== request.owner.id || task.listId !== findList(request).id) {
    throw itemNotFound();
  }
  return task;
}

/** Notes a change of a task. */
export function changeTask(tenant: Tenant, task: StoredTask, change: Partial<StoredTask>): StoredTask {
  const changed = { ...task, ...change, modifiedAt: tenant.now(), changeNumber: task.changeNumber + 1 };
  todoStore(tenant).tasks.put(changed.id, changed);
  return changed;
}
