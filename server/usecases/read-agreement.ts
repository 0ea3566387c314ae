import { draftOf, inForce } from '#core/agreement/agreement-life.ts';
import { openParts } from '#core/agreement/agreement-terms.ts';
import type { Agreement } from '#core/agreement/agreement.ts';
import { rhythmFor } from '#core/cadence/cadence.ts';
import type { Actor } from '#core/people/person.ts';
import type { AgreementRule } from '#core/policy/meeting-rules.ts';
import { agreementAsked } from './keep-agreement.ts';
import type { Needs } from './needs.ts';
import { findingView } from './pair-line.ts';
import { pairScope, peopleOf } from './pair-scope.ts';
import { findingsOfPairs } from './read-standing.ts';
import { personView } from './views.ts';

function versionView(agreement: Agreement, rule: AgreementRule | null) {
  const { version, revision, terms, begunAt, begunBy, signedBySupervisor, signedByEmployee, packVersion } = agreement;
  const open = rule === null ? [] : openParts(rule, terms);
  return { version, revision, terms, begunAt, begunBy, signedBySupervisor, signedByEmployee, packVersion, open };
}

/** How a pair meets, as either of the two reads it: what holds, what is being agreed, what was before (OD3a-10). @throws Refusal `not-found` */
export async function readAgreement(
  needs: Pick<Needs, 'store' | 'clock' | 'policies' | 'packs'>,
  actor: Actor,
  input: { readonly pairId: string },
) {
  const packFor = await needs.packs(actor.tenantId);
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, input.pairId);
    const [{ supervisor, employee }, { today, rule, asked }, versions, standing, meetings, seq] = await Promise.all([
      peopleOf(tx, pair),
      agreementAsked(tx, needs, actor, pair),
      tx.agreements.ofPairs([pair.id]),
      findingsOfPairs(tx, [pair], packFor, needs.clock.now()),
      tx.meetings.ofPair(pair.id),
      tx.pairs.seq(pair.id),
    ]);
    const findings = standing.get(pair.id) ?? [];
    const holds = inForce(versions);
    const draft = draftOf(versions);
    const finding = findings.find(({ kind }) => kind === 'agreement');
    const supervising = actor.personId === pair.supervisorId;
    return {
      pairId: pair.id,
      seq,
      today,
      me: personView(supervising ? supervisor : employee),
      other: personView(supervising ? employee : supervisor),
      supervising,
      asks: rule === null ? null : { clause: rule.clause, title: rule.title, parts: [...rule.asks] },
      most: asked === null ? null : { weeks: rhythmFor(asked.every).every, clause: asked.clause },
      finding: finding === undefined ? null : findingView(finding),
      held: meetings.filter(({ state }) => state === 'closed').length,
      inForce: holds === null ? null : versionView(holds, rule),
      draft: draft === null ? null : versionView(draft, rule),
      earlier: versions
        .filter((one) => one !== holds && one !== draft)
        .map((one) => versionView(one, rule))
        .reverse(),
    };
  });
}
