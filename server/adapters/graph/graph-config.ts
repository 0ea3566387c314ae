import type { Zone } from '#core/time-types.ts';

/** Where Microsoft Graph is, and what of the organisation's own conventions it must know. */
export interface GraphConfig {
  /** Exact origin, without a path. Tokens go nowhere else. */
  readonly origin: string;
  /** Id of Duologue in the organisation's app catalogue; not the manifest's. */
  readonly catalogAppId: string;
  /** Where a mailbox does not say. */
  readonly defaultZone: Zone;
  readonly gradeAttribute: `extensionAttribute${number}`;
  readonly contractAttribute: `extensionAttribute${number}`;
  readonly incrementAttribute: `extensionAttribute${number}`;
}
