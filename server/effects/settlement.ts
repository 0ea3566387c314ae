import type { Calendar } from '../ports/calendar.ts';
import type { Mail } from '../ports/mail.ts';
import type { MeetingChat } from '../ports/meeting-chat.ts';
import type { Store, Transaction } from '../ports/store.ts';
import type { Clock, Ids } from '../ports/system.ts';

export interface PerformNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly meetingChat: MeetingChat;
  readonly mail: Mail;
}

/** What is to be saved once the effect is done, in the transaction that says so. */
export type Settlement = (tx: Transaction) => Promise<void>;

/** Not yet: something this one builds on is still on its way. No attempt is counted. */
export class NotYet extends Error {}

/** Overtaken: nobody wants it any more. */
export class Overtaken extends Error {}

export const nothingMore: Settlement = async () => undefined;

/** The category Outlook shows on our meetings. */
export const category = 'One-to-one';
