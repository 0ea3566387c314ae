import { readShape } from './body-shape.ts';
import { GraphError, badRequest, itemNotFound } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { created, jsonBody, noContent, ok, page, param } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshGuid, stableGuid } from '../tenant/identifiers.ts';

interface Category extends Json {
  id: string;
  displayName: string;
  color: string;
}

const READS_SETTINGS = { delegated: ['MailboxSettings.Read'], application: ['MailboxSettings.Read'] };
const WRITES_SETTINGS = { delegated: ['MailboxSettings.ReadWrite'], application: ['MailboxSettings.ReadWrite'] };

/** The categories a mailbox has colours for. */
export function graphCategories(router: GraphRouter, slice: GraphSlice): void {
  const path = '/outlook/masterCategories';
  router.mailbox(
    'GET',
    path,
    (request) => page(request, [...categoriesOf(request)], { pageSize: 100 }),
    READS_SETTINGS,
  );
  router.mailbox('POST', path, (request) => addCategory(request, slice), WRITES_SETTINGS);
  router.mailbox('GET', `${path}/{category-id}`, (request) => ok(asked(request)), READS_SETTINGS);
  router.mailbox('PATCH', `${path}/{category-id}`, (request) => recolour(request, slice), WRITES_SETTINGS);
  router.mailbox('DELETE', `${path}/{category-id}`, removeCategory, WRITES_SETTINGS);
}

function categoriesOf({ tenant, owner }: GraphRequest): readonly Category[] {
  return (
    tenant.rooms.kept<readonly Category[]>('categories').get(owner.id) ??
    ['Blue category', 'Green category', 'Orange category'].map((displayName, at) => ({
      id: stableGuid(owner.id, displayName),
      displayName,
      color: `preset${String(at)}`,
    }))
  );
}

function keep({ tenant, owner }: GraphRequest, categories: readonly Category[]): void {
  tenant.rooms.kept<readonly Category[]>('categories').put(owner.id, categories);
}

function asked(request: GraphRequest): Category {
  const found = categoriesOf(request).find((one) => one.id === param(request, 'category-id'));
  if (found === undefined) {
    throw itemNotFound();
  }
  return found;
}

function addCategory(request: GraphRequest, slice: GraphSlice): Answer {
  const { displayName, color } = readShape(slice, jsonBody(request), 'outlookCategory');
  if (typeof displayName !== 'string' || displayName.trim() === '') {
    throw badRequest('The category needs a name.', 'ErrorInvalidRequest');
  }
  if (categoriesOf(request).some((one) => one.displayName.toLowerCase() === displayName.toLowerCase())) {
    throw new GraphError(409, 'ErrorItemExists', 'A category of that name is there already.');
  }
  const category = { id: freshGuid(), displayName, color: typeof color === 'string' ? color.toLowerCase() : 'none' };
  keep(request, [...categoriesOf(request), category]);
  return created(category);
}

/** Only the colour of a category can be changed. */
function recolour(request: GraphRequest, slice: GraphSlice): Answer {
  const before = asked(request);
  const { displayName, color } = readShape(slice, jsonBody(request), 'outlookCategory');
  if (displayName !== undefined && displayName !== before.displayName) {
    throw badRequest('The name of a category cannot be changed.', 'ErrorInvalidRequest');
  }
  const changed = { ...before, color: typeof color === 'string' ? color.toLowerCase() : before.color };
  keep(
    request,
    categoriesOf(request).map((one) => (one.id === before.id ? changed : one)),
  );
  return ok(changed);
}

function removeCategory(request: GraphRequest): Answer {
  const { id } = asked(request);
  keep(
    request,
    categoriesOf(request).filter((one) => one.id !== id),
  );
  return noContent();
}
