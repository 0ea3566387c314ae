import { Refusal } from '#core/refusal.ts';
import type { RefusalCode } from '#core/refusal.ts';

/** The code an attempt is refused with; null when it goes through. Any other error is thrown on. */
export function codeOf(attempt: () => unknown): RefusalCode | null {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return null;
}
