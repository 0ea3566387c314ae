import type { JobItemView, JobView } from '#contract/booking-jobs.ts';
import { say } from '../../text/say.ts';

/** Why an item stands as it does, in words; nothing where its state says it all. */
export function sayWhy({ state, reason, supervisor }: Pick<JobItemView, 'state' | 'reason' | 'supervisor'>): string {
  const who = { supervisor: supervisor.givenName };
  if (state === 'no-time') return say('jobs.why.noTime');
  switch (reason) {
    case null:
      return '';
    case 'supervisor-away':
      return say('jobs.why.supervisor-away', who);
    case 'calendar-unread':
      return say('jobs.why.calendar-unread');
    case 'series-exists':
      return say('jobs.why.series-exists');
    case 'pair-ended':
      return say('jobs.why.pair-ended', who);
    case 'sign-in-needed':
    case 'claims-needed':
      return say('jobs.why.sign-in', who);
    case 'consent-needed':
      return say('jobs.why.consent', who);
    case 'outlook-forbidden':
    case 'application-refused':
      return say('jobs.why.forbidden');
    case 'outlook-missing':
      return say('jobs.why.missing');
    case 'outlook-refused':
      return say('jobs.why.refused');
    case 'tried-too-often':
      return say('jobs.why.tired');
    case 'withdrawn':
      return say('jobs.why.withdrawn');
    case 'slot-outside-hours':
    case 'slot-in-past':
      return say('jobs.why.hours');
    default:
      return say('jobs.why.other', { code: reason });
  }
}

/** How many of a job there are, and of how many nothing more is to come. */
export function settledOf({ counts }: Pick<JobView, 'counts'>): { readonly done: number; readonly total: number } {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { done: total - counts.waiting - counts.promised, total };
}

/** Whom a job is for, in a few words. */
export function sayChoice({ units, grades }: JobView['choice']): string {
  const named = [
    ...(units ?? []).map((unit) => unit ?? say('jobs.unitNone')),
    ...(grades ?? []).map((grade) => grade ?? say('jobs.gradeNone')),
  ];
  return named.length === 0 ? say('jobs.everybody') : named.join(', ');
}
