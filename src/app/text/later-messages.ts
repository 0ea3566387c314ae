import { adjournText } from './adjourn.ts';
import { agreedLengthText } from './agreed-length.ts';
import { agreementText } from './agreement.ts';
import { behaviourText } from './behaviour.ts';
import { cadenceText } from './cadence.ts';
import { cautionText } from './caution.ts';
import { coverageText } from './coverage.ts';
import { deliveryText } from './delivery.ts';
import { feedText } from './feed.ts';
import { findingText } from './finding.ts';
import { followingText } from './following.ts';
import { formText } from './form.ts';
import { handoverText } from './handover.ts';
import { hintsText } from './hints.ts';
import { objectivesText } from './objectives.ts';
import { ownHoursText } from './own-hours.ts';
import { planText } from './plan.ts';
import { rangeText } from './range.ts';
import { seriesChangeText } from './series-change.ts';
import { reschedulingText } from './rescheduling.ts';
import { signOffText } from './sign-off.ts';

/** The sentences of parts that come when they are first wanted. What speaks them imports `say-later.ts`. */
export const laterMessages = {
  ...adjournText,
  ...planText,
  ...rangeText,
  ...ownHoursText,
  ...agreedLengthText,
  ...agreementText,
  ...cadenceText,
  ...feedText,
  ...findingText,
  ...followingText,
  ...formText,
  ...deliveryText,
  ...coverageText,
  ...cautionText,
  ...behaviourText,
  ...handoverText,
  ...hintsText,
  ...objectivesText,
  ...seriesChangeText,
  ...reschedulingText,
  ...signOffText,
} as const;

export type LaterMessages = typeof laterMessages;
