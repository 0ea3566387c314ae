import { refuseWrongShape } from '../calendar/body-shape.ts';
import { graphInstant } from '../calendar/local-time.ts';
import { badRequest, itemNotFound } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param, selected } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { changeTask, findTask } from './todo-store.ts';
import { READS, WRITES } from './todo-permissions.ts';

type PartName = 'linkedResources' | 'checklistItems';

const PARTS: Readonly<Record<PartName, { type: string; id: string }>> = {
  linkedResources: { type: 'linkedResource', id: 'linkedResource-id' },
  checklistItems: { type: 'checklistItem', id: 'checklistItem-id' },
};

/** What belongs to a task: links to where it came from, and the steps it is done in. */
export function graphTaskParts(router: GraphRouter, slice: GraphSlice): void {
  for (const name of ['linkedResources', 'checklistItems'] as const) {
    const path = `/todo/lists/{todoTaskList-id}/tasks/{todoTask-id}/${name}`;
    const one = `${path}/{${PARTS[name].id}}`;
    router.mailbox('GET', path, (request) => page(request, findTask(request)[name], { pageSize: 100 }), READS);
    router.mailbox('POST', path, (request) => addPart(request, slice, name), WRITES);
    router.mailbox('GET', one, (request) => ok(selected(request, findPart(request, name))), READS);
    router.mailbox('PATCH', one, (request) => changePart(request, slice, name), WRITES);
    router.mailbox(
      'DELETE',
      one,
      (request) => {
        const part = findPart(request, name);
        const task = findTask(request);
        changeTask(request.tenant, task, { [name]: task[name].filter((other) => other !== part) });
        return noContent();
      },
      WRITES,
    );
  }
}

/** What a part says after a request. @throws GraphError 400 for what Graph would refuse. */
export function partInput(tenant: Tenant, slice: GraphSlice, name: PartName, body: Json, before: Json | null): Json {
  refuseWrongShape(slice, body, PARTS[name].type);
  const given = Object.fromEntries(Object.entries(body).filter(([key]) => !key.includes('@') && key !== 'id'));
  if (name === 'linkedResources') {
    const unsaid = { webUrl: null, applicationName: null, displayName: null, externalId: null };
    return { id: freshGuid(), ...unsaid, ...before, ...given };
  }
  const part: Json = {
    id: freshGuid(),
    displayName: '',
    isChecked: false,
    createdDateTime: graphInstant(tenant.now()),
    ...before,
    ...given,
  };
  if (typeof part['displayName'] !== 'string' || part['displayName'].trim() === '') {
    throw badRequest('A step of a task needs a displayName.', 'invalidRequest');
  }
  const { checkedDateTime = graphInstant(tenant.now()), ...plain } = part;
  return part['isChecked'] === true ? { ...plain, checkedDateTime } : plain;
}

function findPart(request: GraphRequest, name: PartName): Json {
  const id = param(request, PARTS[name].id);
  const found = findTask(request)[name].find((one) => one['id'] === id);
  if (found === undefined) {
    throw itemNotFound();
  }
  return found;
}

function addPart(request: GraphRequest, slice: GraphSlice, name: PartName): Answer {
  const task = findTask(request);
  const part = partInput(request.tenant, slice, name, jsonBody(request), null);
  changeTask(request.tenant, task, { [name]: [...task[name], part] });
  return created(part);
}

function changePart(request: GraphRequest, slice: GraphSlice, name: PartName): Answer {
  const [task, before] = [findTask(request), findPart(request, name)];
  const part = partInput(request.tenant, slice, name, jsonBody(request), before);
  changeTask(request.tenant, task, { [name]: task[name].map((one) => (one === before ? part : one)) });
  return ok(part);
}
