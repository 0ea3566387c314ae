import { isAtLeastAsOften, rhythmFor } from '../cadence/cadence.ts';
import { agreementParts, type AgreementPart, type AgreementRule } from '../policy/meeting-rules.ts';
import type { Asked } from '../policy/resolve.ts';
import { Refusal } from '../refusal.ts';
import type { SeriesPlan } from '../series/series.ts';
import { addMonths } from '../time.ts';
import type { LocalDate } from '../time-types.ts';
import type { AgreementTerms } from './agreement.ts';

/** Where each part of the form stands in the terms. */
export const termOf = {
  frequency: 'everyWeeks',
  place: 'place',
  duration: 'minutes',
  notice: 'noticeDays',
  'agenda-sharing': 'agendaSharing',
  'notes-by': 'notesBy',
  'notes-depth': 'notesDepth',
  signing: 'signed',
  'targets-set': 'targetsSetOn',
  'targets-reviewed': 'targetsReviewedOn',
  review: 'reviewOn',
} as const satisfies Record<AgreementPart, keyof AgreementTerms>;

const noTerms: AgreementTerms = {
  everyWeeks: null,
  place: null,
  minutes: null,
  noticeDays: null,
  agendaSharing: null,
  notesBy: null,
  notesDepth: null,
  signed: null,
  targetsSetOn: null,
  targetsReviewedOn: null,
  reviewOn: null,
};

/** Days that may be settled later: nothing about how the two meet hangs on them. */
const mayStayOpen: ReadonlySet<AgreementPart> = new Set(['targets-set', 'targets-reviewed']);

/** The terms with nothing but what the policy asks to be agreed. */
export function askedTerms(rule: Pick<AgreementRule, 'asks'>, terms: AgreementTerms): AgreementTerms {
  const kept = rule.asks.map((part) => [termOf[part], terms[termOf[part]]]);
  return { ...noTerms, ...(Object.fromEntries(kept) as Partial<AgreementTerms>) };
}

/** What an agreement begins with: what is booked already, else what the policy asks and what is usual; the rest is for the two. */
export function proposedTerms(
  rule: AgreementRule,
  known: {
    readonly today: LocalDate;
    readonly asked: Asked | null;
    readonly usualMinutes: number;
    readonly plan: SeriesPlan | null;
  },
): AgreementTerms {
  const { today, asked, usualMinutes, plan } = known;
  const most = asked === null ? null : rhythmFor(asked.every).every;
  const booked = plan?.pattern.kind === 'weekly' ? plan.pattern.every : null;
  const everyWeeks = booked !== null && most !== null ? Math.min(booked, most) : (booked ?? most);
  return askedTerms(rule, {
    ...noTerms,
    everyWeeks,
    place: plan?.place ?? null,
    minutes: plan?.minutes ?? usualMinutes,
    reviewOn: addMonths(today, rule.reviewAfterMonths),
  });
}

/** The parts of the form still to be settled before it can be signed, in the form's order. */
export function openParts(rule: AgreementRule, terms: AgreementTerms): AgreementPart[] {
  return agreementParts.filter(
    (part) => rule.asks.includes(part) && !mayStayOpen.has(part) && terms[termOf[part]] === null,
  );
}

/** Whether meeting every so many weeks is as often as is asked. */
export function isOftenEnough(everyWeeks: number | null, asked: Asked | null): boolean {
  return everyWeeks === null || asked === null || isAtLeastAsOften({ weeks: everyWeeks }, asked.every);
}

/** Lets through terms that keep to how often the policy asks. @throws Refusal agreement-too-seldom, with the clause and the most weeks */
export function requireOftenEnough({ everyWeeks }: AgreementTerms, asked: Asked | null): void {
  if (asked === null || isOftenEnough(everyWeeks, asked)) return;
  throw new Refusal('agreement-too-seldom', { clause: asked.clause, mostWeeks: rhythmFor(asked.every).every });
}
