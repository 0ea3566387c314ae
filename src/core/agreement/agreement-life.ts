import type { Party } from '../people/pair.ts';
import type { AgreementRule } from '../policy/meeting-rules.ts';
import type { Asked } from '../policy/resolve.ts';
import { Refusal } from '../refusal.ts';
import type { Instant } from '../time-types.ts';
import { openParts, requireOftenEnough, termOf } from './agreement-terms.ts';
import type { Agreement, AgreementTerms } from './agreement.ts';

/** Whether both have signed a version. */
export function isSigned({ signedBySupervisor, signedByEmployee }: Agreement): boolean {
  return signedBySupervisor !== null && signedByEmployee !== null;
}

/** When a version began to hold: the later of the two signatures; null: not yet. */
export function signedAt({ signedBySupervisor, signedByEmployee }: Agreement): Instant | null {
  if (signedBySupervisor === null || signedByEmployee === null) return null;
  return signedBySupervisor > signedByEmployee ? signedBySupervisor : signedByEmployee;
}

/** The version that holds: the last one both have signed. */
export function inForce(versions: readonly Agreement[]): Agreement | null {
  return versions.findLast(isSigned) ?? null;
}

/** The version that held at a moment; null for the moment: that holds now. */
export function inForceAt(versions: readonly Agreement[], at: Instant | null): Agreement | null {
  if (at === null) return inForce(versions);
  return (
    versions.findLast((version) => {
      const since = signedAt(version);
      return since !== null && since <= at;
    }) ?? null
  );
}

/** The version being filled in or signed, if there is one. */
export function draftOf(versions: readonly Agreement[]): Agreement | null {
  const last = versions.at(-1);
  return last === undefined || isSigned(last) ? null : last;
}

/** Who alone has signed a version; null: neither, or both. */
export function signedOnlyBy(version: Agreement): Party | null {
  if (isSigned(version)) return null;
  if (version.signedBySupervisor !== null) return 'supervisor';
  return version.signedByEmployee === null ? null : 'employee';
}

/** A new version, to be signed: the first, or a change of the one that holds. */
export function beginAgreement(
  versions: readonly Agreement[],
  given: Pick<Agreement, 'id' | 'pairId' | 'terms' | 'begunAt' | 'begunBy' | 'packId' | 'packVersion'>,
): Agreement {
  const version = (versions.at(-1)?.version ?? 0) + 1;
  return { ...given, version, revision: 1, signedBySupervisor: null, signedByEmployee: null };
}

/**
 * Settles parts of a version not yet signed by both. Whoever had signed it signs anew; the same terms again change nothing.
 * @throws Refusal agreement-too-seldom, bad-request for a part the policy does not ask
 */
export function changeTerms(
  draft: Agreement,
  change: Partial<AgreementTerms>,
  rule: AgreementRule,
  asked: Asked | null,
): Agreement {
  const allowed = new Set<string>(rule.asks.map((part) => termOf[part]));
  const stray = Object.keys(change).find((term) => !allowed.has(term));
  if (stray !== undefined) throw new Refusal('bad-request', { field: stray });
  const terms = { ...draft.terms, ...change };
  if (JSON.stringify(terms) === JSON.stringify(draft.terms)) return draft;
  if ('everyWeeks' in change) requireOftenEnough(terms, asked);
  return { ...draft, terms, revision: draft.revision + 1, signedBySupervisor: null, signedByEmployee: null };
}

/**
 * Signs a version for one of the two, as it was on the screen. Signing twice signs once.
 * @throws Refusal agreement-changed, agreement-incomplete, agreement-too-seldom
 */
export function signAgreement(
  version: Agreement,
  by: Party,
  seen: { readonly version: number; readonly revision: number },
  now: Instant,
  policy: { readonly rule: AgreementRule; readonly asked: Asked | null },
): Agreement {
  if (version.version !== seen.version || version.revision !== seen.revision) throw new Refusal('agreement-changed');
  const own = by === 'supervisor' ? 'signedBySupervisor' : 'signedByEmployee';
  if (version[own] !== null) return version;
  const open = openParts(policy.rule, version.terms)[0];
  if (open !== undefined) throw new Refusal('agreement-incomplete', { part: open });
  requireOftenEnough(version.terms, policy.asked);
  return { ...version, [own]: now };
}
