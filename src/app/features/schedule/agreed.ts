import type { AgreementResponse } from '#contract/agreement.ts';
import type { AgreementTerms } from '#core/agreement/agreement.ts';
import { noticeEnds } from '#core/agreement/what-it-drives.ts';
import { askedTerms } from '#core/agreement/agreement-terms.ts';
import type { LocalDate } from '#core/time-types.ts';
import { sayDay } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';

/** What two people signed on how they meet, as far as it counts, and the clause that asks for it. */
export interface Agreed {
  readonly terms: AgreementTerms;
  readonly clause: string;
}

/** What of an agreement drives a booking: what holds, in the parts the policy asks; null: nothing does. */
export function agreedIn(agreement: AgreementResponse | undefined): Agreed | null {
  if (agreement?.asks == null || agreement.inForce === null) return null;
  const { parts, clause } = agreement.asks;
  return { terms: askedTerms({ asks: parts }, agreement.inForce.terms), clause };
}

/** The day to look from: the usual one, or the end of the notice they agreed where that is later. */
export function firstStart(usual: LocalDate, agreed: Agreed | null, today: LocalDate): LocalDate {
  const notice = noticeEnds(agreed?.terms ?? null, today);
  return notice > usual ? notice : usual;
}

/** What the booking begins with, in words: "every 4 weeks, 45 minutes, Room 4, 5 days ahead". */
export function agreedWords({ terms }: Agreed): string {
  return [
    terms.everyWeeks === null ? null : say('agreement.say.frequency', { weeks: terms.everyWeeks }).toLowerCase(),
    terms.minutes === null ? null : say('agreement.say.minutes', { minutes: terms.minutes }),
    terms.place,
    terms.noticeDays === null || terms.noticeDays === 0
      ? null
      : say('agreement.say.notice', { days: terms.noticeDays }),
  ]
    .filter((one) => one !== null)
    .join(', ');
}

/** From the first day that keeps to the notice: "from Tue 1 Dec". */
export function noticeStart(agreed: Agreed, today: LocalDate): { from: LocalDate; words: string } {
  const from = noticeEnds(agreed.terms, today);
  return { from, words: sayDay(from, today) };
}
