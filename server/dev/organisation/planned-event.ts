import type { Recurrence } from '../microsoft365/calendar/recurrence.ts';
import type { DemoSeries } from './demo-series.ts';

/** Something that stands in one or more calendars when the demo begins; times are wall-clock times in `timeZone`. */
export interface PlannedEvent {
  key: string;
  organizerKey: string;
  attendeeKeys: string[];
  subject: string;
  start: string;
  minutes: number;
  timeZone: string;
  recurrence: Recurrence | null;
  cancelledDates: string[];
  isAllDay: boolean;
  showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
  sensitivity: 'normal' | 'private';
  location: string | null;
  isOnline: boolean;
  /** The one-to-one series this is, when it is one. */
  series: DemoSeries | null;
}
