import { millisecondsOf } from '#core/time.ts';
import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import { Failure, type FailureCode } from '#server/ports/failures.ts';
import type { Clock } from '#server/ports/system.ts';
import type { TokenRefusal, TokenRefusals } from '#server/ports/token-refusals.ts';
import { actorKey } from './held-tokens.ts';

/** Failures of somebody's own token that hold for whatever they do, until they bring another. */
const holdsForAll: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'claims-needed',
  'consent-needed',
  'sign-in-needed',
]);
/** People whose refusals are at hand in this process. */
const mostPeople = 10_000;
/** For so long what another process may have kept meanwhile is not looked for. */
const freshMilliseconds = 15_000;

interface OfPerson {
  readonly refusals: Map<string, TokenRefusal>;
  readonly readAt: Instant;
  /** With which token of theirs it was read; nothing of an older one comes after that. */
  readonly fingerprint: string | null;
}

/** What people's own tokens were refused, as this process knows it: what all processes keep, not read again for every call. */
export interface KnownRefusals {
  /** What stands in the way of doing it in their name; null: nothing that is known. */
  inTheWay(actor: Actor, scopes: readonly string[]): Promise<Failure | null>;
  /** Whether it holds for whatever they do. */
  isForAll(actor: Actor): Promise<boolean>;
  keep(actor: Actor, scopes: readonly string[], failure: Failure, fingerprint: string | null): Promise<void>;
  /** They have brought another token: whether it is refused as well will show. */
  forgetOlder(actor: Actor, scopes: readonly string[], fingerprint: string): Promise<void>;
}

function nameOf(scopes: readonly string[]): string {
  return scopes.toSorted().join(' ');
}

export function knownRefusals(kept: TokenRefusals, clock: Clock): KnownRefusals {
  const people = new Map<string, OfPerson>();

  async function read(actor: Actor, fingerprint: string | null): Promise<Map<string, TokenRefusal>> {
    const key = actorKey(actor);
    const known = people.get(key);
    const now = clock.now();
    if (known !== undefined) {
      const age = millisecondsOf(now) - millisecondsOf(known.readAt);
      if (fingerprint === null ? age < freshMilliseconds : known.fingerprint === fingerprint) return known.refusals;
    }
    const refusals = new Map((await kept.of(actor)).map((one) => [one.scopes, one]));
    people.delete(key);
    people.set(key, { refusals, readAt: now, fingerprint });
    for (const oldest of people.keys()) {
      if (people.size <= mostPeople) break;
      people.delete(oldest);
    }
    return refusals;
  }

  return {
    async inTheWay(actor, scopes) {
      const refusals = await read(actor, null);
      const found = refusals.get('') ?? refusals.get(nameOf(scopes));
      if (found === undefined) return null;
      const { code, outsideCode, claims } = found;
      return new Failure(code, {
        ...(outsideCode === null ? {} : { outsideCode }),
        ...(claims === null ? {} : { claims }),
      });
    },
    async isForAll(actor) {
      return (await read(actor, null)).has('');
    },
    async keep(actor, scopes, { code, details }, fingerprint) {
      const isForAll = holdsForAll.has(code);
      if (!isForAll && code !== 'outlook-forbidden') return;
      const refusal: TokenRefusal = {
        scopes: isForAll ? '' : nameOf(scopes),
        code,
        outsideCode: details.outsideCode ?? null,
        claims: details.claims ?? null,
        fingerprint,
        at: clock.now(),
      };
      (await read(actor, fingerprint)).set(refusal.scopes, refusal);
      await kept.keep(actor, refusal);
    },
    async forgetOlder(actor, scopes, fingerprint) {
      const refusals = await read(actor, fingerprint);
      for (const name of ['', nameOf(scopes)]) {
        const older = refusals.get(name);
        if (older === undefined || older.fingerprint === fingerprint) continue;
        refusals.delete(name);
        await kept.forget(actor, name);
      }
    },
  };
}
