import { requireAct } from '#core/access/access.ts';
import { beginAgreement, changeTerms, draftOf, inForce, signAgreement } from '#core/agreement/agreement-life.ts';
import { askedTerms, proposedTerms } from '#core/agreement/agreement-terms.ts';
import type { Agreement, AgreementTerms } from '#core/agreement/agreement.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Actor } from '#core/people/person.ts';
import type { AgreementRule } from '#core/policy/meeting-rules.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { askedBy, cadenceFor, effectiveRules, type Asked } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { lockedPair, peopleOf, type PairScope } from './pair-scope.ts';

type AgreementNeeds = Pick<Needs, 'store' | 'clock' | 'ids' | 'policies'>;

/** Absent: stays. */
export type TermsChange = { readonly [Term in keyof AgreementTerms]?: AgreementTerms[Term] | undefined };

interface AgreementScope extends PairScope {
  readonly today: LocalDate;
  readonly pack: PolicyPack;
  readonly rule: AgreementRule;
  readonly asked: Asked | null;
  readonly versions: readonly Agreement[];
}

/** What the policy, with the standard of their unit, asks of a pair about how they meet. */
export async function agreementAsked(
  tx: Transaction,
  needs: Pick<Needs, 'clock' | 'policies'>,
  { tenantId }: Actor,
  pair: Pair,
): Promise<{
  readonly today: LocalDate;
  readonly pack: PolicyPack;
  readonly rule: AgreementRule | null;
  readonly asked: Asked | null;
}> {
  const { employee } = await peopleOf(tx, pair);
  const today = localDateOf(needs.clock.now(), employee.zone);
  const pack = await needs.policies.packFor(tenantId, employee, today);
  const rule = ruleOf(effectiveRules(pack, employee, pair, today), 'agreement');
  return { today, pack, rule, asked: askedBy(cadenceFor(pack, employee, pair, today)) };
}

/** The pair's agreement about to be changed, read behind its lock. @throws Refusal `not-found`; `not-allowed` where the policy asks for none */
async function lockedAgreement(
  tx: Transaction,
  needs: AgreementNeeds,
  actor: Actor,
  pairId: string,
): Promise<AgreementScope> {
  const scope = await lockedPair(tx, actor, pairId);
  requireAct('agree-how-to-meet', scope.role, null);
  const { rule, ...known } = await agreementAsked(tx, needs, actor, scope.pair);
  if (rule === null) throw new Refusal('not-allowed', { what: 'agreement' });
  return { ...scope, ...known, rule, versions: await tx.agreements.ofPairs([scope.pair.id]) };
}

async function begun(
  tx: Transaction,
  needs: AgreementNeeds,
  actor: Actor,
  { pair, pack, rule, asked, today, versions }: AgreementScope,
): Promise<Agreement> {
  const holds = inForce(versions);
  const plan = (await tx.series.current(pair.id))?.plan ?? null;
  const usual = proposedTerms(rule, { today, asked, usualMinutes: pack.defaults.minutes, plan });
  return beginAgreement(versions, {
    id: needs.ids.next(),
    pairId: pair.id,
    // Looking at it again is what a change is for: the next review is counted from today.
    terms: holds === null ? usual : { ...askedTerms(rule, holds.terms), reviewOn: usual.reviewOn },
    begunAt: needs.clock.now(),
    begunBy: actor.personId,
    packId: pack.id,
    packVersion: pack.version,
  });
}

/**
 * Settles parts of how the two meet, live for both; the first change begins a version (OD3a-10). What holds stays until the new one is
 * signed by both.
 * @throws Refusal `agreement-changed` when that version is no longer being agreed, `agreement-too-seldom`, `not-allowed`, `not-found`
 */
export async function changeAgreement(
  needs: AgreementNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly version: number | null; readonly terms: TermsChange },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await lockedAgreement(tx, needs, actor, input.pairId);
    const known = draftOf(scope.versions);
    if (input.version !== null && input.version !== known?.version) throw new Refusal('agreement-changed');
    const draft = known ?? (await begun(tx, needs, actor, scope));
    const change = Object.fromEntries(Object.entries(input.terms).filter(([, value]) => value !== undefined));
    const changed = changeTerms(draft, change, scope.rule, scope.asked);
    if (changed === known) return { seq: await tx.pairs.seq(scope.pair.id) };
    await tx.agreements.save({ ...changed, packId: scope.pack.id, packVersion: scope.pack.version });
    return { seq: await tx.changed(scope.pair.id, 'agreement-changed') };
  });
}

/**
 * Signs the version on the screen for the acting person; once both have, it holds (OD3a-10).
 * @throws Refusal `agreement-changed`, `agreement-incomplete`, `agreement-too-seldom`, `not-allowed`, `not-found`
 */
export async function signAgreementAs(
  needs: AgreementNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly version: number; readonly revision: number },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await lockedAgreement(tx, needs, actor, input.pairId);
    const last = scope.versions.at(-1);
    if (last === undefined) throw new Refusal('agreement-changed');
    const party = scope.role === 'supervisor' ? 'supervisor' : 'employee';
    const signed = signAgreement(last, party, input, needs.clock.now(), scope);
    if (signed === last) return { seq: await tx.pairs.seq(scope.pair.id) };
    await tx.agreements.save(signed);
    return { seq: await tx.changed(scope.pair.id, 'agreement-signed') };
  });
}

/** Lets go of a version not signed by both: what holds goes on. Without one nothing happens. @throws Refusal `not-found`, `not-allowed` */
export async function dropAgreementDraft(needs: AgreementNeeds, actor: Actor, input: { readonly pairId: string }) {
  return needs.store.asPerson(actor, async (tx) => {
    const { pair, versions } = await lockedAgreement(tx, needs, actor, input.pairId);
    const draft = draftOf(versions);
    if (draft === null) return { seq: await tx.pairs.seq(pair.id) };
    await tx.agreements.remove(draft.id);
    return { seq: await tx.changed(pair.id, 'agreement-dropped') };
  });
}
