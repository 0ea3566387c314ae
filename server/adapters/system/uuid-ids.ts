import { randomUUID } from 'node:crypto';
import type { Ids } from '#server/ports/system.ts';

/** Fresh random uuids (version 4). */
export function randomIds(): Ids {
  return { next: () => randomUUID() };
}
