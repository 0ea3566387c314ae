import type { Party } from '../people/pair.ts';
import type { SignOffRule } from '../policy/record-rules.ts';
import { Refusal } from '../refusal.ts';
import { addMinutes } from '../time.ts';
import type { Instant } from '../time-types.ts';

/** What the policy asks of signing, as it was in force for a record (OD3a-13, FORM-6). */
export interface SignOffTerms {
  readonly clause: string;
  readonly signers: readonly Party[];
  readonly remindAfterDays: number;
  readonly lapsesAfterDays: number;
}

/** A name under a record, or a view of one's own beside it. */
export type SignatureKind = 'signed' | 'different-view';

export interface Signature {
  readonly meetingId: string;
  readonly signerId: string;
  readonly party: Party;
  readonly kind: SignatureKind;
  /** How the signer sees it, in their own words; null where it says what was said. */
  readonly words: string | null;
  readonly at: Instant;
  /** Of the seal's fingerprint and everything above. */
  readonly hash: string;
}

export type SignerState = SignatureKind | 'waiting' | 'lapsed';

/** How far the signing of a record is. */
export interface SignOffStanding {
  readonly signers: readonly {
    readonly party: Party;
    readonly state: SignerState;
    readonly signature: Signature | null;
  }[];
  readonly remindsAt: Instant | null;
  readonly lapsesAt: Instant | null;
  /** Nobody is waited for: the record stands as it is, and what comes later stands beside it. */
  readonly settled: boolean;
}

const minutesOfDay = 24 * 60;

/** What a policy's rule asks of one record; null where it asks for no signature. */
export function termsOf(rule: SignOffRule | null): SignOffTerms | null {
  if (rule === null) return null;
  const { clause, signers, remindAfterDays, lapsesAfterDays } = rule;
  return { clause, signers, remindAfterDays, lapsesAfterDays };
}

/** Who has signed, who is waited for and until when. Without terms nobody is asked, and a closed record stands. */
export function standingOf(
  terms: SignOffTerms | null,
  closedAt: Instant,
  signatures: readonly Signature[],
  now: Instant,
): SignOffStanding {
  if (terms === null) return { signers: [], remindsAt: null, lapsesAt: null, settled: true };
  const lapsesAt = addMinutes(closedAt, terms.lapsesAfterDays * minutesOfDay);
  const signers = terms.signers.map((party) => {
    const signature = signatures.find((one) => one.party === party) ?? null;
    const state: SignerState = signature?.kind ?? (now >= lapsesAt ? 'lapsed' : 'waiting');
    return { party, state, signature };
  });
  return {
    signers,
    remindsAt: addMinutes(closedAt, terms.remindAfterDays * minutesOfDay),
    lapsesAt,
    settled: signers.every(({ state }) => state !== 'waiting'),
  };
}

/** Whether somebody is to be reminded that their signature is waited for. */
export function isReminded(standing: SignOffStanding, party: Party, now: Instant): boolean {
  const waits = standing.signers.some((one) => one.party === party && one.state === 'waiting');
  return waits && standing.remindsAt !== null && now >= standing.remindsAt;
}

/**
 * Lets one of the two sign, once: false when they have already said the same, and nothing is to be done.
 * @throws Refusal `not-signer`, `signed-already` when they said something else before, `signing-lapsed`
 */
export function requireTurn(standing: SignOffStanding, party: Party, words: string | null): boolean {
  const signer = standing.signers.find((one) => one.party === party);
  if (signer === undefined) throw new Refusal('not-signer');
  if (signer.state === 'lapsed') throw new Refusal('signing-lapsed');
  if (signer.signature === null) return true;
  if (signer.signature.words !== words) throw new Refusal('signed-already');
  return false;
}
