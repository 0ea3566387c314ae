import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import type { KeptVersion } from '../ports/policies.ts';
import type { GivenPack } from './begin-policies.ts';
import type { Needs } from './needs.ts';

/**
 * Keeps a version of a policy, for an administrator to compare and bring into force. The same file again changes nothing.
 * @throws Refusal `version-taken` for a version that is there with other content; `not-allowed`
 */
export async function loadPolicy(
  needs: Pick<Needs, 'store' | 'clock' | 'policies'>,
  actor: Actor,
  input: GivenPack & { readonly id: string },
): Promise<{ versionId: string; wasThere: boolean }> {
  if (actor.isAdministrator !== true) throw new Refusal('not-allowed');
  const { pack, text, id } = input;
  const done = await needs.store.asPerson(actor, async (tx) => {
    const known = async (): Promise<KeptVersion | undefined> => {
      const { versions } = await tx.policies.history();
      const kept = versions.find((one) => one.packId === pack.id && one.version === pack.version);
      if (kept !== undefined && kept.text !== text)
        throw new Refusal('version-taken', { title: kept.title, version: kept.version });
      return kept;
    };
    let kept = await known();
    if (kept === undefined) {
      // Somebody else may have loaded it until now.
      await tx.policies.revise();
      kept = await known();
    }
    if (kept !== undefined) return { versionId: kept.id, wasThere: true };
    await tx.policies.addVersion({
      id,
      packId: pack.id,
      version: pack.version,
      title: pack.title,
      text,
      loadedBy: actor.personId,
      loadedAt: needs.clock.now(),
    });
    return { versionId: id, wasThere: false };
  });
  await needs.policies.renew(actor.tenantId);
  return done;
}
