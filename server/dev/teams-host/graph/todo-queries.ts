import type { TodoTask, TodoTaskList } from '@microsoft/microsoft-graph-types';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useHost } from '../control/host-context.ts';
import { followed } from '../control/queries.ts';
import type { Session } from '../control/session.ts';
import { askGraph, askGraphForAll } from './graph-client.ts';

/** A list of tasks. */
export interface ToDoList {
  readonly id: string;
  readonly name: string;
}

/** One task; its due date is a date only, as To Do shows it. */
export interface ToDoTask {
  readonly id: string;
  readonly title: string;
  readonly isDone: boolean;
  readonly due: string | undefined;
  readonly note: string;
  /** Where its links lead, such as back to the app that put it there. */
  readonly links: readonly { readonly name: string; readonly url: string }[];
}

/** The person's lists. */
export function useToDoLists(): UseQueryResult<ToDoList[]> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'todo-lists', session.person.id],
    queryFn: async () =>
      (await askGraphForAll<TodoTaskList>(session, 'me/todo/lists')).map((list) => ({
        id: list.id ?? '',
        name: list.displayName ?? '',
      })),
  });
}

/** The tasks of a list, those still open first. */
export function useToDoTasks(listId: string | undefined): UseQueryResult<ToDoTask[]> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'todo-tasks', session.person.id, listId],
    queryFn: async () => {
      const tasks = await askGraphForAll<TodoTask>(session, `${tasksPath(listId ?? '')}?$expand=linkedResources`);
      return tasks.map(toDoTask).toSorted((one, other) => Number(one.isDone) - Number(other.isDone));
    },
    enabled: listId !== undefined,
  });
}

/** Adds a task. @throws LocalProblem */
export async function addTask(session: Session, listId: string, title: string, due: string): Promise<void> {
  await askGraph(session, tasksPath(listId), {
    method: 'POST',
    body: {
      title,
      ...(due === '' ? {} : { dueDateTime: { dateTime: `${due}T00:00:00`, timeZone: 'UTC' } }),
    },
  });
}

/** Ticks a task off, or takes the tick back. @throws LocalProblem */
export async function tickTask(session: Session, listId: string, taskId: string, isDone: boolean): Promise<void> {
  await askGraph(session, `${tasksPath(listId)}/${encodeURIComponent(taskId)}`, {
    method: 'PATCH',
    body: { status: isDone ? 'completed' : 'notStarted' },
  });
}

function tasksPath(listId: string): string {
  return `me/todo/lists/${encodeURIComponent(listId)}/tasks`;
}

function toDoTask(task: TodoTask): ToDoTask {
  return {
    id: task.id ?? '',
    title: task.title ?? '',
    isDone: task.status === 'completed',
    due: task.dueDateTime?.dateTime?.slice(0, 10),
    note: task.body?.contentType === 'text' ? (task.body.content ?? '') : '',
    links: (task.linkedResources ?? [])
      .map((link) => ({ name: link.displayName ?? link.applicationName ?? 'Open', url: link.webUrl ?? '' }))
      .filter((link) => link.url !== ''),
  };
}
