import type { EntityShape } from './entity-shape.ts';
import { GraphError } from './error.ts';

const WORDING = {
  filter: 'Invalid filter clause: ',
  select: 'Parsing OData Select and Expand failed: ',
  orderby: 'Invalid orderby clause: ',
};

/** Graph's 400 for a query option it cannot read: Outlook's broker gives the bare sentence, the gateway puts words before it. */
export function queryFault(shape: EntityShape | null, option: keyof typeof WORDING, message: string): GraphError {
  return shape?.service === 'outlook'
    ? new GraphError(400, 'RequestBroker--ParseUri', message)
    : new GraphError(400, 'BadRequest', `${WORDING[option]}${message}`);
}

/** The sentence for a name that a type does not have. */
export function noSuchProperty(name: string, shape: EntityShape): string {
  return `Could not find a property named '${name.slice(0, 100)}' on type '${shape.fullName}'.`;
}

/** Entra's 400 for a query that is understood but not offered. */
export function unsupportedQuery(message: string): GraphError {
  return new GraphError(400, 'Request_UnsupportedQuery', message);
}
