import type { AgreementTermsView, AgreementVersionView } from '#contract/agreement.ts';
import type { AgreementPart } from '#core/policy/meeting-rules.ts';
import type { LocalDate } from '#core/time-types.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';

/** What was settled for a part, in words; null: nothing yet. */
export function termWords(part: AgreementPart, terms: AgreementTermsView, today: LocalDate): string | null {
  const day = (date: LocalDate | null): string | null => (date === null ? null : sayDate(date, today));
  switch (part) {
    case 'frequency':
      return terms.everyWeeks === null ? null : say('agreement.say.frequency', { weeks: terms.everyWeeks });
    case 'place':
      return terms.place;
    case 'duration':
      return terms.minutes === null ? null : say('agreement.say.minutes', { minutes: terms.minutes });
    case 'notice':
      return terms.noticeDays === null ? null : say('agreement.say.notice', { days: terms.noticeDays });
    case 'agenda-sharing':
      if (terms.agendaSharing === null) return null;
      return terms.agendaSharing.kind === 'at-meeting'
        ? say('agreement.say.atMeeting')
        : say('agreement.say.daysBefore', { days: terms.agendaSharing.days });
    case 'notes-by':
      return terms.notesBy === null ? null : say(`agreement.by.${terms.notesBy}`);
    case 'notes-depth':
      return terms.notesDepth === null ? null : say(`agreement.depth.${terms.notesDepth}`);
    case 'signing':
      return terms.signed === null ? null : say(terms.signed ? 'agreement.signed.yes' : 'agreement.signed.no');
    case 'targets-set':
      return day(terms.targetsSetOn);
    case 'targets-reviewed':
      return day(terms.targetsReviewedOn);
    case 'review':
      return day(terms.reviewOn);
  }
}

/** When a version began to hold: the later signature; null: it does not yet. */
export function heldSince({ signedBySupervisor, signedByEmployee }: AgreementVersionView): string | null {
  if (signedBySupervisor === null || signedByEmployee === null) return null;
  return signedBySupervisor > signedByEmployee ? signedBySupervisor : signedByEmployee;
}
