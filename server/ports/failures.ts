/** Why the outside said no. */
export type FailureCode =
  | 'outlook-unavailable'
  | 'outlook-throttled'
  | 'outlook-forbidden'
  | 'outlook-missing'
  | 'outlook-conflict'
  | 'outlook-refused'
  | 'consent-needed'
  | 'sign-in-needed'
  | 'claims-needed'
  /** What the tenant granted the application itself does not reach there: the person is needed. */
  | 'application-refused';

export interface FailureDetails {
  /** Seconds to wait, where the outside said so. */
  readonly retryAfterSeconds?: number;
  /** The claims challenge to hand back to the person, where one came. */
  readonly claims?: string;
  /**
   * True: the change may have taken effect although no good answer came (time-out, 5xx, broken connection).
   * Such a doubt is settled by reading, never by repeating.
   */
  readonly ambiguous?: boolean;
  /** The outside's own code and request id, for the log. Never anybody's words. */
  readonly outsideCode?: string;
  readonly outsideRequestId?: string;
}

/** A no from outside: Outlook, Teams, Entra, the network. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(code: FailureCode, details: FailureDetails = {}, cause?: unknown) {
    super(details.outsideCode === undefined ? code : `${code} (${details.outsideCode})`, { cause });
    this.name = 'Failure';
    this.code = code;
    this.details = details;
  }
}
