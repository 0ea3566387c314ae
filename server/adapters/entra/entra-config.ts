/** How to know a token, and how to ask for one in its bearer's name. Secrets among it: never logged. */
export interface EntraConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Ids of the tenants that use Duologue here, lower case. */
  readonly tenants: readonly string[];
  /** What a tenant's tokens name as issuer, with `{tenantid}` where its id stands. */
  readonly issuerTemplate: string;
  readonly jwksUri: string;
  /** Where tokens are asked for, with `{tenantid}`; https always, because MSAL takes nothing else. */
  readonly authority: string;
  /** Metadata MSAL would otherwise discover: for a local Microsoft 365 only. Null: discover. */
  readonly authorityMetadata: string | null;
  readonly cloudDiscoveryMetadata: string | null;
  /** Client applications whose tokens are taken (`azp`). Null: any that the audience allows. */
  readonly clients: readonly string[] | null;
  /** What Graph is called as a resource; its own address, but for a local Microsoft 365. */
  readonly graphResource: string;
  readonly background: BackgroundTerms;
}

/** What may be done for people who are not here, with rights a tenant granted Duologue itself. */
export interface BackgroundTerms {
  /** False: nothing is, whatever a tenant granted. */
  readonly isAllowed: boolean;
  /** Application permissions granted in Exchange (RBAC for Applications) instead of Entra: no token tells of them. */
  readonly grantedInExchange: readonly string[];
}

/** A template with the tenant's id put in. */
export function forTenant(template: string, tenantId: string): string {
  return template.replaceAll('{tenantid}', tenantId);
}
