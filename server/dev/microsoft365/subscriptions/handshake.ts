import { GraphError } from '../graph/error.ts';
import { freshGuid } from '../tenant/identifiers.ts';

/**
 * Asks a receiver to give back a token, decoded and as plain text, while its subscription is being made.
 * @throws GraphError 400 when it does not, or not in time
 */
export async function shakeHands(url: string, withinMs: number): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${freshGuid()}`;
  const address = `${url}${url.includes('?') ? '&' : '?'}validationToken=${encodeURIComponent(token)}`;
  let status: number;
  let text: string;
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    });
    [status, text] = [answer.status, await answer.text()];
  } catch (fault) {
    const isLate = fault instanceof DOMException && fault.name === 'TimeoutError';
    throw new GraphError(
      400,
      isLate ? 'InvalidRequest' : 'ValidationError',
      isLate
        ? 'Subscription validation request timed out.'
        : 'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.',
    );
  }
  if (status !== 200) {
    const words = `Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request. It answered ${String(status)}.`;
    throw new GraphError(400, 'ValidationError', words);
  }
  if (text !== token) {
    throw new GraphError(400, 'ValidationError', 'Response must exactly match validationToken query parameter.');
  }
}

/** Refuses an address notifications cannot be sent to: it must be https, or lie on this machine. @throws GraphError 400 */
export function checkAddress(url: string, name: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isHere = parsed !== null && ['localhost', '127.0.0.1', '[::1]'].includes(parsed.hostname);
  if (parsed === null || (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && isHere))) {
    throw new GraphError(400, 'InvalidRequest', `The ${name} must be a valid https address.`);
  }
}
