import type { GraphRequest } from '../graph/request.ts';
import { preference } from '../graph/request.ts';
import { badRequest } from '../graph/error.ts';

const IMMUTABLE = 'AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A';

/** The form of an item's id that stays the same wherever the item is moved in its mailbox. */
export function immutableId(id: string): string {
  return id === '' || id.startsWith(IMMUTABLE) ? id : `${IMMUTABLE}${id}`;
}

/** The usual form of an id that came in either form. */
export function usualId(id: string): string {
  return id.startsWith(IMMUTABLE) ? id.slice(IMMUTABLE.length) : id;
}

/** An id in the form the request prefers: `Prefer: IdType="ImmutableId"` asks for those that stay. */
export function sentId(request: GraphRequest, id: string): string {
  return preference(request, 'IdType')?.toLowerCase() === 'immutableid' ? immutableId(id) : id;
}

/** An item's id as it stands in an address. @throws GraphError 400 for what cannot be an id. */
export function readId(written: string): string {
  const id = usualId(written);
  if (!/^[A-Za-z0-9_=+/-]{8,2000}$/.test(id)) {
    throw badRequest('Id is malformed.', 'ErrorInvalidIdMalformed');
  }
  return id;
}
