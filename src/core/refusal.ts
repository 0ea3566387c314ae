/** Every expected "no" of our own rules. A code is a promise to clients: its meaning never changes. */
export const refusalCodes = [
  'not-signed-in',
  'not-found',
  'not-allowed',
  'bad-request',
  'too-large',
  'policy-missing',
  'pack-invalid',
  'version-taken',
  'standard-weaker',
  'policies-changed',
  'already-in-force',
  'activation-in-past',
  'activation-day-taken',
  'activation-begun',
  'pair-ended',
  'pair-exists',
  'series-exists',
  'series-missing',
  'series-not-booked',
  'slot-outside-hours',
  'slot-in-past',
  'meeting-not-open',
  'meeting-closed',
  'meeting-not-closed',
  'meeting-already-open',
  'meeting-cancelled',
  'agenda-empty',
  'agenda-changed',
  'record-changed',
  'not-signer',
  'signed-already',
  'signing-lapsed',
  'record-being-written',
  'record-confirmed',
  'not-the-writer',
  'reason-needed',
  'action-settled',
  'objective-settled',
  'agreement-changed',
  'agreement-incomplete',
  'agreement-too-seldom',
  'action-owner-outside-pair',
  'only-supervisor',
  'only-employee',
  'only-author',
  'effect-not-parked',
  'move-crosses-neighbour',
  'skip-told',
  'duplicate-id',
  'meeting-kind-unknown',
  'slot-of-one-to-one',
  'slot-kept-apart',
  'one-to-one-that-day',
  'proposal-overtaken',
  'less-often-than-asked',
  'job-running',
  'job-over',
  'job-empty',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Facts that help a client to word the refusal. Never what somebody wrote. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null>>;

/** An expected "no" of our own rules. The words a person reads belong to the client. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
