import type { Limits } from '../limits/limits.ts';
import type { Deliveries } from '../subscriptions/deliveries.ts';
import type { Faults } from './faults.ts';

/** What can be set while it runs: what goes wrong, what is too much, and how change notifications are delivered. */
export interface Controls {
  faults: Faults;
  limits: Limits;
  deliveries: Deliveries;
}
