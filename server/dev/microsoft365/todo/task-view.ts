import { graphInstant } from '../calendar/local-time.ts';
import type { Json } from '../graph/request.ts';
import { stableGuid } from '../tenant/identifiers.ts';
import type { StoredTask, StoredTaskList } from './todo-store.ts';

/** What Graph only sends of a task when `$expand` asks for it. */
export const TASK_EXPANDABLE = ['linkedResources', 'checklistItems'];

/** A task as Graph writes it. */
export function taskView(task: StoredTask): Json {
  return {
    '@odata.etag': etag(task),
    id: task.id,
    ...task.said,
    createdDateTime: graphInstant(task.createdAt),
    lastModifiedDateTime: graphInstant(task.modifiedAt),
    bodyLastModifiedDateTime: graphInstant(task.bodyModifiedAt),
    hasAttachments: false,
    linkedResources: task.linkedResources,
    checklistItems: task.checklistItems,
  };
}

/** A list as Graph writes it. */
export function listView(list: StoredTaskList): Json {
  return {
    '@odata.etag': etag(list),
    id: list.id,
    displayName: list.displayName,
    isOwner: true,
    isShared: false,
    wellknownListName: list.wellknownListName,
  };
}

function etag({ id, changeNumber }: { id: string; changeNumber: number }): string {
  return `W/"${Buffer.from(stableGuid(id, String(changeNumber))).toString('base64')}"`;
}
