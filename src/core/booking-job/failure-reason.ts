/** What a promise to Outlook waits for a person to put right. */
export const failureReasons = [
  'unconfirmed',
  'consent-needed',
  'sign-in-needed',
  'claims-needed',
  'outlook-forbidden',
  'outlook-missing',
  'outlook-refused',
  'tried-too-often',
  'application-refused',
  'withdrawn',
] as const;

export type FailureReason = (typeof failureReasons)[number];
