import type { Instant, LocalDate } from '../time-types.ts';

export interface SummaryAction {
  readonly text: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly dueOn: LocalDate | null;
  /** Where it came from an earlier meeting: that day. */
  readonly fromOn: LocalDate | null;
  readonly newDate: boolean;
}

/** What a meeting agreed, ready to be worded for mail or screen. Holds no private jottings. */
export interface Summary {
  readonly meetingId: string;
  readonly pairId: string;
  readonly start: Instant;
  readonly supervisor: { readonly id: string; readonly name: string; readonly givenName: string };
  readonly employee: { readonly id: string; readonly name: string; readonly givenName: string };
  readonly actions: readonly SummaryAction[];
  readonly doneSince: readonly string[];
  readonly discussed: readonly string[];
  readonly carried: readonly string[];
  readonly pointCount: number;
  readonly praiseCount: number;
  readonly next: { readonly start: Instant; readonly end: Instant } | null;
  /** The clause that asks for the mail, where one does. */
  readonly clause: string | null;
  readonly zone: string;
}
