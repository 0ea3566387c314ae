import type { GraphSlice } from '../graph/openapi.ts';
import type { GraphRouter } from '../graph/router.ts';
import { graphTaskLists } from './list-routes.ts';
import { graphTaskParts } from './part-routes.ts';
import { graphTasks } from './task-routes.ts';
import { graphTodoDelta } from './todo-delta.ts';

/** To Do: lists, tasks, their steps and links, and what changed. What is named by a word comes before what is named by an id. */
export function graphTodo(router: GraphRouter, slice: GraphSlice): void {
  graphTodoDelta(router);
  graphTaskLists(router, slice);
  graphTasks(router, slice);
  graphTaskParts(router, slice);
}
