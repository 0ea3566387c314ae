import { immutableId, usualId } from './item-id.ts';
import { GraphError, badRequest } from '../graph/error.ts';
import type { Answer, GraphRequest } from '../graph/request.ts';
import { bodyValue, ok } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';

const MOST_IDS = 1000;
const FORMS = ['entryid', 'ewsid', 'immutableentryid', 'restid', 'restimmutableentryid'];

/** Translation between the two forms of item ids that Graph itself uses. */
export function graphIds(router: GraphRouter): void {
  router.mailbox('POST', '/translateExchangeIds', translate, {
    delegated: ['User.ReadBasic', 'User.ReadBasic.All', 'User.Read', 'User.Read.All', 'User.ReadWrite'],
    application: ['User.Read.All', 'User.ReadWrite.All'],
  });
}

function translate(request: GraphRequest): Answer {
  const ids = bodyValue(request.body, 'inputIds');
  const [source, target] = [formOf(request, 'sourceIdType'), formOf(request, 'targetIdType')];
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > MOST_IDS || !ids.every((id) => typeof id === 'string')) {
    throw badRequest(`Between 1 and ${String(MOST_IDS)} ids can be translated at once.`, 'ErrorInvalidRequest');
  }
  for (const form of [source, target]) {
    if (!form.startsWith('rest')) {
      throw new GraphError(501, 'NotImplementedLocally', `The local Microsoft 365 has no ids of the form '${form}'.`);
    }
  }
  const translated = target === 'restid' ? usualId : immutableId;
  return ok({
    '@odata.context': `${request.graphBase}/$metadata#Collection(microsoft.graph.convertIdResult)`,
    value: ids.map((id: string) => ({ sourceId: id, targetId: translated(usualId(id)) })),
  });
}

function formOf(request: GraphRequest, name: string): string {
  const asked = bodyValue(request.body, name);
  const form = FORMS.find((one) => typeof asked === 'string' && one === asked.toLowerCase());
  if (form === undefined) {
    throw badRequest(`The parameter '${name}' names no form of ids.`, 'RequestBodyRead');
  }
  return form;
}
