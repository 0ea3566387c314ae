import type { PersonTerms } from '#core/people/person.ts';
import type { PolicyPack } from '#core/policy/policy.ts';
import { effectivePack, type UnitStandard } from '#core/policy/standard.ts';
import { activationOn } from '#core/policy/versions.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';
import type { KeptStandard, Policies, PolicyHistory, PolicyShelf } from '#server/ports/policies.ts';
import type { Clock, Logger } from '#server/ports/system.ts';
import { keptHistories } from './kept-histories.ts';

export interface KeptPoliciesNeeds {
  readonly shelf: PolicyShelf;
  readonly clock: Clock;
  readonly log: Logger;
  /** The organisation's zone. */
  readonly zone: Zone;
  /** Reads a pack's text. @throws when it does not fit */
  readonly readPack: (text: string) => PolicyPack;
  /** Reads a standard's text. @throws when it does not fit */
  readonly readStandard: (text: string) => UnitStandard;
  readonly holidays: Readonly<Record<LocalDate, string>>;
}

/** What texts say, each read once; null: it no longer fits, which is logged. */
function texts<T>(read: (text: string) => T, log: Logger): (kept: { hash: string; text: string }) => T | null {
  const known = new Map<string, T | null>();
  return ({ hash, text }) => {
    const found = known.get(hash);
    if (found !== undefined) return found;
    let value: T | null = null;
    try {
      value = read(text);
    } catch (cause) {
      log.error('policy-unreadable', { hash }, cause);
    }
    known.set(hash, value);
    return value;
  };
}

/** The policies of each tenant out of memory, on any day of the organisation. */
export function keptPolicies(needs: KeptPoliciesNeeds): Policies & { readonly close: () => void } {
  const histories = keptHistories(needs.shelf, needs.log);
  const packOf = texts(needs.readPack, needs.log);
  const standardOf = texts(needs.readStandard, needs.log);
  const effective = new WeakMap<PolicyPack, Map<string, PolicyPack>>();

  const today = (): LocalDate => localDateOf(needs.clock.now(), needs.zone);

  function packOn({ activations, versions }: PolicyHistory, on: LocalDate): PolicyPack {
    const versionId = activationOn(activations, on)?.versionId;
    const version = versions.find((one) => one.id === versionId);
    const pack = version === undefined ? null : packOf(version);
    if (pack === null) throw new Refusal('policy-missing');
    return pack;
  }

  /** One that was withdrawn held until the day before. */
  function holdsOn({ from, withdrawnAt }: KeptStandard, on: LocalDate): boolean {
    return from <= on && (withdrawnAt === null || localDateOf(withdrawnAt, needs.zone) > on);
  }

  /** Whether it held at a moment: what was made that day before it came, or after it went, was made without it. */
  function heldAt(kept: KeptStandard, at: Instant): boolean {
    const { from, loadedAt, withdrawnAt } = kept;
    return from <= localDateOf(at, needs.zone) && loadedAt <= at && (withdrawnAt === null || withdrawnAt > at);
  }

  function read(kept: readonly KeptStandard[]): UnitStandard[] {
    return kept.flatMap((one) => {
      const standard = standardOf(one);
      return standard === null ? [] : [{ ...standard, from: one.from }];
    });
  }

  function standardsOn({ standards }: PolicyHistory, on: LocalDate): readonly KeptStandard[] {
    return standards.filter((kept) => holdsOn(kept, on));
  }

  /** Worked out once for each pack, unit and set of standards: many people are of one unit. */
  function withStandard(
    pack: PolicyPack,
    held: readonly KeptStandard[],
    { unit }: PersonTerms,
    on: LocalDate,
  ): PolicyPack {
    if (unit === null || held.length === 0) return pack;
    const known = effective.get(pack) ?? new Map<string, PolicyPack>();
    effective.set(pack, known);
    const key = [unit, ...held.map(({ id }) => id)].join('\n');
    const found = known.get(key) ?? effectivePack(pack, read(held), { unit }, on).pack;
    known.set(key, found);
    return found;
  }

  return {
    inForce: async (tenantId, on = today()) => packOn(await histories.of(tenantId), on),
    packFor: async (tenantId, person, on = today()) => {
      const history = await histories.of(tenantId);
      return withStandard(packOn(history, on), standardsOn(history, on), person, on);
    },
    madeUnder: async (tenantId, made, person, at) => {
      const history = await histories.of(tenantId);
      const kept = history.versions.find((one) => one.packId === made.id && one.version === made.version);
      const pack = kept === undefined ? null : packOf(kept);
      const held = history.standards.filter((one) => heldAt(one, at));
      return pack === null ? null : withStandard(pack, held, person, localDateOf(at, needs.zone));
    },
    standards: async (tenantId, on) => read(standardsOn(await histories.of(tenantId), on)),
    standardIn: standardOf,
    versionOf: async (tenantId, packId, version) => {
      const { versions } = await histories.of(tenantId);
      const kept = versions.find((one) => one.packId === packId && one.version === version);
      return kept === undefined ? null : packOf(kept);
    },
    today,
    zone: needs.zone,
    renew: async (tenantId) => {
      await histories.renew(tenantId);
    },
    holidays: () => Promise.resolve(needs.holidays),
    close: histories.close,
  };
}
