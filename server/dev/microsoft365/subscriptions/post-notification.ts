import type { Json } from '../graph/request.ts';

/**
 * Posts a notification to its receiver.
 * @returns what it answered, null when nothing came, and how long that took
 */
export async function postNotification(
  url: string,
  item: Json,
  withinMs: number,
): Promise<{ status: number | null; tookMs: number }> {
  const began = performance.now();
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ value: [item] }),
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    });
    await answer.body?.cancel();
    return { status: answer.status, tookMs: performance.now() - began };
  } catch (fault) {
    const isLate = fault instanceof DOMException && fault.name === 'TimeoutError';
    return { status: null, tookMs: isLate ? withinMs + 1 : performance.now() - began };
  }
}
