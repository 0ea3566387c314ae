import type { Feeds } from './feeds.ts';
import type { ProtectedHoursStore } from './protected-hours.ts';

/** What is a person's own and no pair's. */
export interface OwnThings {
  readonly feeds: Feeds;
  readonly protectedHours: ProtectedHoursStore;
}
