import { actionsText } from './actions.ts';
import { agendaText } from './agenda.ts';
import { coverageText } from './coverage.ts';
import { daysText } from './days.ts';
import { deliveryText } from './delivery.ts';
import { cadenceText } from './cadence.ts';
import { findingText } from './finding.ts';
import { generalText } from './general.ts';
import { meetingText } from './meeting.ts';
import { panelText } from './panel.ts';
import { policyText } from './policy.ts';
import { recordText } from './record.ts';

/** The sentences of every surface, by name, in ICU message format. */
export const messages = {
  ...generalText,
  ...daysText,
  ...cadenceText,
  ...findingText,
  ...deliveryText,
  ...policyText,
  ...meetingText,
  ...agendaText,
  ...recordText,
  ...actionsText,
  ...coverageText,
  ...panelText,
} as const;

export type Messages = typeof messages;
