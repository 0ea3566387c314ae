import { requireAct } from '#core/access/access.ts';
import { standingOf, type Duty } from '#core/duties/duty.ts';
import type { Actor } from '#core/people/person.ts';
import { effectiveRules } from '#core/policy/resolve.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { partyOf } from '#core/record/write-up.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { lockedPair, pairScope, peopleOf, type PairScope } from './pair-scope.ts';

type DutyNeeds = Pick<Needs, 'store' | 'clock' | 'policies'>;

/** What the policy asks about the duties of a pair's employee today; null: nothing. */
async function askedIn(tx: Transaction, needs: DutyNeeds, actor: Actor, { pair }: PairScope) {
  const { employee } = await peopleOf(tx, pair);
  const today = localDateOf(needs.clock.now(), employee.zone);
  const pack = await needs.policies.packFor(actor.tenantId, employee);
  return { rule: ruleOf(effectiveRules(pack, employee, pair, today), 'duties'), today };
}

/** What the employee of a pair does beside the job, or has to have in date, and how each stands (FORM-10, ESS-6). @throws Refusal `not-found` */
export async function readDuties(needs: DutyNeeds, actor: Actor, input: { readonly pairId: string }) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await pairScope(tx, actor, input.pairId);
    const { rule, today } = await askedIn(tx, needs, actor, scope);
    const duties = await tx.duties.ofPerson(scope.pair.employeeId);
    const confirmedBy = rule?.confirmedBy ?? null;
    return {
      pairId: scope.pair.id,
      seq: await tx.pairs.seq(scope.pair.id),
      asked: rule === null ? null : { title: rule.title, clause: rule.clause, choices: [...rule.duties], confirmedBy },
      mayConfirm: confirmedBy === partyOf(scope.pair, actor.personId),
      duties: duties.flatMap(({ id, kindId, title, since, validUntil, confirmed, ...duty }) => {
        const standing = standingOf(
          { id, kindId, title, since, validUntil, confirmed, ...duty },
          confirmedBy !== null,
          today,
        );
        if (standing === 'ended') return [];
        const said = { confirmedBy: confirmed?.by ?? null, confirmedAt: confirmed?.at ?? null };
        return [{ id, kindId, title, since, validUntil, ...said, standing }];
      }),
    };
  });
}

export interface DutyInput {
  readonly id: string;
  readonly kindId: string | null;
  readonly title: string;
  readonly since: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly ended: boolean;
}

/** Notes a duty, or changes what was noted. Another date until which it holds has to be confirmed anew. @throws Refusal `not-found`, `not-allowed` where the policy keeps no duties, `bad-request` for a kind it does not offer, `duplicate-id` */
export async function saveDuty(
  needs: DutyNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly duty: DutyInput },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await lockedPair(tx, actor, input.pairId);
    requireAct('keep-duties', scope.role, null);
    const { rule, today } = await askedIn(tx, needs, actor, scope);
    if (rule === null) throw new Refusal('not-allowed', { what: 'duties' });
    const { ended, ...given } = input.duty;
    const known = await tx.duties.find(given.id);
    if (known !== null && known.personId !== scope.pair.employeeId) throw new Refusal('duplicate-id');
    const { kindId } = given;
    // What was one of the policy's choices when it was noted stays what it was.
    const isChoice = kindId === null || kindId === known?.kindId || rule.duties.some(({ id }) => id === kindId);
    if (!isChoice) throw new Refusal('bad-request', { field: 'kindId' });
    const isSame = known !== null && known.validUntil === given.validUntil;
    const duty: Duty = {
      ...given,
      pairId: known?.pairId ?? scope.pair.id,
      personId: scope.pair.employeeId,
      confirmed: isSame ? known.confirmed : null,
      endedOn: ended ? (known?.endedOn ?? today) : null,
    };
    await tx.duties.save(duty);
    return { seq: await tx.changed(scope.pair.id, 'duty-saved') };
  });
}

/** Says that a duty is done and in date; which of the two says so is the policy's (ESS-6). @throws Refusal `not-found`, `not-allowed`, `bad-request` for a day that has passed */
export async function confirmDuty(
  needs: DutyNeeds,
  actor: Actor,
  input: { readonly pairId: string; readonly id: string; readonly validUntil: LocalDate | null },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const scope = await lockedPair(tx, actor, input.pairId);
    requireAct('keep-duties', scope.role, null);
    const { rule, today } = await askedIn(tx, needs, actor, scope);
    if (rule?.confirmedBy !== partyOf(scope.pair, actor.personId)) throw new Refusal('not-allowed', { what: 'duties' });
    const known = await tx.duties.find(input.id);
    if (known?.personId !== scope.pair.employeeId) throw new Refusal('not-found', { what: 'duty' });
    if (input.validUntil !== null && input.validUntil < today)
      throw new Refusal('bad-request', { field: 'validUntil' });
    const confirmed = { by: actor.personId, at: needs.clock.now() };
    await tx.duties.save({ ...known, validUntil: input.validUntil, confirmed });
    return { seq: await tx.changed(scope.pair.id, 'duty-confirmed') };
  });
}
