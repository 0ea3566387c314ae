import type { Actor } from '#core/people/person.ts';
import { factsIfHeld, findingsOn, type StandingFacts } from '#core/policy/standing.ts';
import { topicsOf } from '#core/policy/resolve.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { loadPairFiles } from './load-pair-files.ts';
import type { Needs } from './needs.ts';
import { factsThen } from './pair-facts.ts';
import { findingView } from './pair-line.ts';
import { pairScope, peopleOf } from './pair-scope.ts';

/**
 * What is asked of a pair and how it stands on any day: on one gone by from what was held, on one to come should everything
 * planned until then be held. Days are those of the employee's calendar.
 * @throws Refusal `not-found`
 */
export async function readFindings(
  needs: Pick<Needs, 'store' | 'clock' | 'packs'>,
  actor: Actor,
  input: { readonly pairId: string; readonly on: LocalDate },
) {
  const packFor = await needs.packs(actor.tenantId);
  const now = needs.clock.now();
  const { pairId, on } = input;
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, pairId);
    const { employee } = await peopleOf(tx, pair);
    const today = localDateOf(now, employee.zone);
    const pack = await packFor(employee, on);
    const factsBefore = async (): Promise<StandingFacts> => {
      const { files } = await loadPairFiles(tx, [pair], { zone: employee.zone, now });
      const [file] = files;
      if (file === undefined) throw new Refusal('not-found');
      return factsThen(file, await tx.arrangements.ofPair(pairId), pack === null ? [] : topicsOf(pack), on);
    };
    const factsFromNow = async (): Promise<StandingFacts> => {
      const [known] = await tx.standings.factsOf([pairId]);
      if (known === undefined) throw new Refusal('not-found');
      return factsIfHeld(known.facts, today, on);
    };
    // Nothing was asked of the two before they were a pair, nor is after.
    const isPair = on >= pair.from && (pair.to === null || on <= pair.to);
    const findings = isPair ? findingsOn(pack, on < today ? await factsBefore() : await factsFromNow(), on) : [];
    return {
      on,
      today,
      policy: pack === null ? null : { title: pack.title, version: pack.version },
      findings: findings.map(findingView),
    };
  });
}
