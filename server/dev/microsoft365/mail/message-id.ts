import { badRequest, itemNotFound } from '../graph/error.ts';
import type { GraphRequest } from '../graph/request.ts';
import { param, preference } from '../graph/request.ts';
import type { StoredMessage } from '../tenant/stored.ts';

const IMMUTABLE = 'AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A';
const MOVED = 'AAMkAE';

/** A message's id as the request prefers it: the usual one changes whenever the message goes into another folder. */
export function messageId(request: GraphRequest, message: StoredMessage): string {
  if (preference(request, 'IdType')?.toLowerCase() === 'immutableid') {
    return `${IMMUTABLE}${message.id}`;
  }
  return usualMessageId(message);
}

/** A message's id where it lies now. */
export function usualMessageId({ id, moves = 0 }: StoredMessage): string {
  return moves === 0 ? id : `${MOVED}${Buffer.from(`${String(moves)} ${id}`).toString('base64url')}`;
}

/** The message an address names, by its usual id where it lies now or by the id that stays. @throws GraphError 404, or 400 for what cannot be an id. */
export function findMessage(request: GraphRequest): StoredMessage {
  const written = param(request, 'message-id');
  if (!/^[A-Za-z0-9_=+/-]{8,2000}$/.test(written)) {
    throw badRequest('Id is malformed.', 'ErrorInvalidIdMalformed');
  }
  const message = stored(request, written);
  if (message?.mailbox !== request.owner.id) {
    throw itemNotFound();
  }
  return message;
}

function stored({ tenant }: GraphRequest, written: string): StoredMessage | undefined {
  if (written.startsWith(IMMUTABLE)) {
    return tenant.messages.get(written.slice(IMMUTABLE.length));
  }
  const opened = written.startsWith(MOVED) ? Buffer.from(written.slice(MOVED.length), 'base64url').toString() : null;
  const found = tenant.messages.get(opened?.split(' ')[1] ?? written);
  return found !== undefined && usualMessageId(found) === written ? found : undefined;
}
