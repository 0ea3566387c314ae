import type { Party } from '../people/pair.ts';
import { ruleOf } from '../policy/rule-of.ts';
import type { PolicyRule } from '../policy/rules.ts';
import type { SlotRhythm } from '../slots/slot.ts';
import { addDays, instantOf, localDateOf, localTimeOf } from '../time.ts';
import type { Instant, LocalDate, Zone } from '../time-types.ts';
import { askedTerms } from './agreement-terms.ts';
import type { AgreementTerms } from './agreement.ts';

type Rules = readonly PolicyRule[];

/** What of an agreement in force still counts: all of it the policy asks to be agreed; nothing where it asks for none (OD3a-10). */
export function drivingTerms(rules: Rules, terms: AgreementTerms | null): AgreementTerms | null {
  const rule = ruleOf(rules, 'agreement');
  return rule === null || terms === null ? null : askedTerms(rule, terms);
}

/** Who writes a record up and who confirms it, and the clause that says so; null: nothing does. */
export interface Writing {
  readonly writes: Party | 'both';
  readonly confirms: Party | null;
  readonly clause: string | null;
}

/**
 * Who writes: the one the policy names (ESS-7); where it leaves that open, the one the two agreed on (OD3a-10). Taking turns, the
 * supervisor begins: `heldBefore` is how many of the pair's meetings were closed before this one.
 */
export function writerOf(rules: Rules, terms: AgreementTerms | null, heldBefore: number): Writing {
  const rule = ruleOf(rules, 'writer');
  const policy: Writing = {
    writes: rule?.writes ?? 'both',
    confirms: rule?.confirms ?? null,
    clause: rule?.clause ?? null,
  };
  const agreed = drivingTerms(rules, terms)?.notesBy ?? null;
  if (policy.writes !== 'both' || agreed === null) return policy;
  const turn: Party = heldBefore % 2 === 0 ? 'supervisor' : 'employee';
  const clause = ruleOf(rules, 'agreement')?.clause ?? null;
  return { writes: agreed === 'turns' ? turn : agreed, confirms: policy.confirms, clause };
}

/** Who signs a closed record, by when, and by which clause. */
export interface Signing {
  readonly signers: readonly Party[];
  readonly remindAfterDays: number;
  readonly lapsesAfterDays: number;
  readonly clause: string;
}

/** Where the two agreed to sign and the policy does not say how. */
const usualSigning = { signers: ['supervisor', 'employee'], remindAfterDays: 7, lapsesAfterDays: 28 } as const;

/** Whether records are signed, and by whom: as the two agreed where the policy lets them agree on it, else as it says. Null: they are not. */
export function signingOf(rules: Rules, terms: AgreementTerms | null): Signing | null {
  const agreed = drivingTerms(rules, terms)?.signed ?? null;
  if (agreed === false) return null;
  const rule = ruleOf(rules, 'sign-off');
  if (rule !== null) {
    const { signers, remindAfterDays, lapsesAfterDays, clause } = rule;
    return { signers, remindAfterDays, lapsesAfterDays, clause };
  }
  const clause = ruleOf(rules, 'agreement')?.clause;
  return agreed === true && clause !== undefined ? { ...usualSigning, clause } : null;
}

/** The rules of one meeting as the two agreed them: whose turn it is to take notes, and whether they sign. */
export function withAgreement(rules: Rules, terms: AgreementTerms | null, heldBefore: number): Rules {
  const agreement = ruleOf(rules, 'agreement');
  if (agreement === null || terms === null) return rules;
  const { id } = agreement;
  const writing = writerOf(rules, terms, heldBefore);
  const signing = signingOf(rules, terms);
  const writer =
    writing.clause === null ? null : { id, ...ruleOf(rules, 'writer'), ...writing, clause: writing.clause };
  const signOff = signing === null ? null : { id, ...ruleOf(rules, 'sign-off'), ...signing };
  return [
    ...rules.filter(({ kind }) => kind !== 'writer' && kind !== 'sign-off'),
    ...(writer === null ? [] : [{ ...writer, kind: 'writer' as const }]),
    ...(signOff === null ? [] : [{ ...signOff, kind: 'sign-off' as const }]),
  ];
}

/** How much is written down: action points alone, or everything. */
export function depthOf(rules: Rules, terms: AgreementTerms | null): 'actions' | 'everything' {
  return drivingTerms(rules, terms)?.notesDepth ?? 'everything';
}

/** How often to book: exactly as often as agreed, however seldom; null: not agreed. */
export function bookedRhythm(terms: Pick<AgreementTerms, 'everyWeeks'> | null): SlotRhythm | null {
  const weeks = terms?.everyWeeks ?? null;
  return weeks === null ? null : { kind: 'weekly', every: weeks };
}

/** The first day on which a meeting keeps to the notice the two agreed. */
export function noticeEnds(terms: Pick<AgreementTerms, 'noticeDays'> | null, today: LocalDate): LocalDate {
  return addDays(today, terms?.noticeDays ?? 0);
}

/** The moment an agenda is shared by itself, at the meeting's own time of day on the day agreed; null: in the meeting, or not agreed. */
export function sharedAt(
  terms: Pick<AgreementTerms, 'agendaSharing'> | null,
  start: Instant,
  zone: Zone,
): Instant | null {
  const day = shareBy(terms, localDateOf(start, zone));
  return day === null ? null : instantOf(day, localTimeOf(start, zone), zone);
}

/** The day by which both lists are shared before a meeting; null: in the meeting itself, or not agreed. */
export function shareBy(terms: Pick<AgreementTerms, 'agendaSharing'> | null, meetingOn: LocalDate): LocalDate | null {
  const sharing = terms?.agendaSharing ?? null;
  return sharing?.kind === 'days-before' ? addDays(meetingOn, -sharing.days) : null;
}
