import type { Actor } from '#core/people/person.ts';
import type { TokenHolder } from '#server/ports/passes.ts';

/**
 * An address below Graph's version as the holder of the token must write it: an application is nobody, so what a person calls
 * `/me` it names by their id.
 */
export function addressFor(holder: TokenHolder, actor: Actor, path: string): string {
  if (holder === 'person') return path;
  return path.replace(/^\/me(?=$|[/?])/, `/users/${encodeURIComponent(actor.personId)}`);
}

/** The body of a batch, each of its steps addressed the same way. Anything else stays as it is. */
export function batchFor(holder: TokenHolder, actor: Actor, path: string, body: unknown): unknown {
  if (holder === 'person' || path !== '/$batch' || !isBatch(body)) return body;
  return { ...body, requests: body.requests.map((step) => ({ ...step, url: addressFor(holder, actor, step.url) })) };
}

function isBatch(body: unknown): body is { readonly requests: readonly { readonly url: string }[] } {
  return typeof body === 'object' && body !== null && 'requests' in body && Array.isArray(body.requests);
}
