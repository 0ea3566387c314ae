import { actionsText } from './actions.ts';
import { agendaText } from './agenda.ts';
import { daysText } from './days.ts';
import { generalText } from './general.ts';
import { meetingText } from './meeting.ts';
import { panelText } from './panel.ts';
import { policyText } from './policy.ts';
import { recordText } from './record.ts';

/** The sentences that every surface begins with, by name, in ICU message format. */
export const messages = {
  ...generalText,
  ...daysText,
  ...policyText,
  ...meetingText,
  ...agendaText,
  ...recordText,
  ...actionsText,
  ...panelText,
} as const;

export type Messages = typeof messages;
