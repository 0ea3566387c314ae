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
}

/** A template with the tenant's id put in. */
export function forTenant(template: string, tenantId: string): string {
  return template.replaceAll('{tenantid}', tenantId);
}
