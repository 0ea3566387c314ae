import type { ProtectedHours } from '#core/slots/protected-hours.ts';

/** Hours people keep free for themselves. The tenant may know when, as of a calendar; only their own can they change. */
export interface ProtectedHoursStore {
  /** Of those who keep any. */
  ofPeople(personIds: readonly string[]): Promise<ReadonlyMap<string, readonly ProtectedHours[]>>;
  /** The acting person's own, all of them anew. */
  keep(hours: readonly ProtectedHours[]): Promise<void>;
}
