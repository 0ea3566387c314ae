import type { PolicyPack } from '#core/policy/policy.ts';
import { activationOn } from '#core/policy/versions.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import type { LocalDate, Zone } from '#core/time-types.ts';
import type { KeptVersion, Policies, PolicyHistory, PolicyShelf } from '#server/ports/policies.ts';
import type { Clock, Logger } from '#server/ports/system.ts';

export interface KeptPoliciesNeeds {
  readonly shelf: PolicyShelf;
  readonly clock: Clock;
  readonly log: Logger;
  /** The organisation's zone. */
  readonly zone: Zone;
  /** Reads a pack's text. @throws when it does not fit */
  readonly parse: (text: string) => PolicyPack;
  readonly holidays: Readonly<Record<LocalDate, string>>;
}

/**
 * The policies of each tenant out of memory, read again whenever some process changed them. While they are read again the others are
 * answered from what was known, so that nobody who is within a transaction waits for another one.
 */
export function keptPolicies(needs: KeptPoliciesNeeds): Policies & { readonly close: () => void } {
  const known = new Map<string, PolicyHistory>();
  const reading = new Map<string, Promise<PolicyHistory>>();
  const packs = new Map<string, PolicyPack | null>();

  async function read(tenantId: string): Promise<PolicyHistory> {
    const history = await needs.shelf.read(tenantId);
    // Two readings may overtake one another: an older one never replaces a newer.
    const current = known.get(tenantId);
    if (current === undefined || current.revision <= history.revision) known.set(tenantId, history);
    return known.get(tenantId) ?? history;
  }

  function renew(tenantId: string): Promise<PolicyHistory> {
    const fresh = read(tenantId);
    reading.set(tenantId, fresh);
    const done = (): void => {
      if (reading.get(tenantId) === fresh) reading.delete(tenantId);
    };
    fresh.then(done, done);
    return fresh;
  }

  async function historyOf(tenantId: string): Promise<PolicyHistory> {
    return known.get(tenantId) ?? (await (reading.get(tenantId) ?? renew(tenantId)));
  }

  function packOf(version: KeptVersion): PolicyPack | null {
    const parsed = packs.get(version.hash);
    if (parsed !== undefined) return parsed;
    let pack: PolicyPack | null = null;
    try {
      pack = needs.parse(version.text);
    } catch (cause) {
      needs.log.error('policy-unreadable', { packId: version.packId, version: version.version }, cause);
    }
    packs.set(version.hash, pack);
    return pack;
  }

  const today = (): LocalDate => localDateOf(needs.clock.now(), needs.zone);

  async function inForce(tenantId: string, on: LocalDate = today()): Promise<PolicyPack> {
    const { activations, versions } = await historyOf(tenantId);
    const versionId = activationOn(activations, on)?.versionId;
    const version = versions.find((one) => one.id === versionId);
    const pack = version === undefined ? null : packOf(version);
    if (pack === null) throw new Refusal('policy-missing');
    return pack;
  }

  const close = needs.shelf.onChange((changed) => {
    for (const tenantId of changed === null ? known.keys() : [changed]) {
      renew(tenantId).catch((cause: unknown) => {
        // What was known stays; who asks for what was never known reads it then, and is told.
        known.delete(tenantId);
        needs.log.error('policies-not-renewed', {}, cause);
      });
    }
  });

  return {
    inForce,
    packFor: (tenantId, _person, on) => inForce(tenantId, on),
    versionOf: async (tenantId, packId, version) => {
      const kept = (await historyOf(tenantId)).versions.find((one) => one.packId === packId && one.version === version);
      return kept === undefined ? null : packOf(kept);
    },
    today,
    renew: async (tenantId) => {
      await renew(tenantId);
    },
    holidays: () => Promise.resolve(needs.holidays),
    close,
  };
}
