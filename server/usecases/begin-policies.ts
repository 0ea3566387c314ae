import type { PolicyPack } from '#core/policy/policy.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { KeptVersion, PolicyShelf } from '../ports/policies.ts';
import type { Clock, Ids } from '../ports/system.ts';

/** A pack with the text it was read from. */
export interface GivenPack {
  readonly pack: PolicyPack;
  readonly text: string;
}

/**
 * Keeps the pack given at start as the version a tenant begins with. As long as no administrator has brought a version into force,
 * another version given at a later start follows it from that day; afterwards it is only there to be chosen.
 * Returns `differs` when the tenant has this version already with other content, which stays.
 */
export async function beginPolicies(
  needs: { readonly shelf: PolicyShelf; readonly clock: Clock; readonly ids: Ids },
  tenantId: string,
  given: GivenPack,
  today: LocalDate,
): Promise<'kept' | 'differs'> {
  const { shelf, clock, ids } = needs;
  return shelf.install(tenantId, async (records) => {
    const { pack, text } = given;
    const isSame = (one: KeptVersion): boolean => one.packId === pack.id && one.version === pack.version;
    const before = await records.history();
    const kept = before.versions.find(isSame);
    const current = before.activations.findLast((one) => one.withdrawnAt === null);
    const isDecided = before.activations.some((one) => one.by !== null);
    const differs = kept !== undefined && kept.text !== text ? 'differs' : 'kept';
    if (kept !== undefined && (isDecided || current?.versionId === kept.id)) return differs;
    // Processes that start together take turns here; the second finds it done.
    await records.revise();
    const { versions, activations } = await records.history();
    const now = clock.now();
    const version =
      versions.find(isSame) ??
      (await records.addVersion({
        id: ids.next(),
        packId: pack.id,
        version: pack.version,
        title: pack.title,
        text,
        loadedBy: null,
        loadedAt: now,
      }));
    const isLatest = activations.findLast((one) => one.withdrawnAt === null)?.versionId === version.id;
    if (!isLatest && activations.every((one) => one.by === null)) {
      await records.addActivation({
        id: ids.next(),
        versionId: version.id,
        from: today,
        by: null,
        at: now,
        withdrawnBy: null,
        withdrawnAt: null,
      });
    }
    return differs;
  });
}
