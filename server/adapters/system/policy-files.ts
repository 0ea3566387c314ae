import type { PolicyPack } from '#core/policy/policy.ts';
import type { LocalDate } from '#core/time-types.ts';
import type { Policies } from '#server/ports/policies.ts';

/** Policies from files read and checked at the start: one pack and one list of holidays, the same for every tenant. */
export function filePolicies(files: {
  readonly pack: PolicyPack;
  readonly holidays: Readonly<Record<LocalDate, string>>;
}): Policies {
  return {
    inForce: () => Promise.resolve(files.pack),
    holidays: () => Promise.resolve(files.holidays),
  };
}
