import type { Instant } from '#core/time-types.ts';
import type { FailureCode } from '#server/ports/failures.ts';

interface TokenRefusalRow {
  tenant_id: string;
  person_id: string;
  /** The permissions asked for; empty: whatever is asked for. */
  scopes: string;
  code: FailureCode;
  outside_code: string | null;
  claims: string | null;
  fingerprint: string | null;
  at: Instant;
}

/** What people's own tokens were refused. */
export interface TokenRefusalTables {
  token_refusal: TokenRefusalRow;
}
