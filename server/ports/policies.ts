import type { PolicyPack } from '#core/policy/policy.ts';
import type { LocalDate } from '#core/time-types.ts';

/** The policy in force for a tenant, and the days nobody works there. */
export interface Policies {
  /** @throws Refusal `policy-missing` */
  inForce(tenantId: string): Promise<PolicyPack>;
  /** Day → name. */
  holidays(tenantId: string): Promise<Readonly<Record<LocalDate, string>>>;
}
