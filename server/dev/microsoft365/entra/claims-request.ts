import { z } from 'zod';
import { EntraRefusal } from './refusal.ts';

const wish = z
  .object({ essential: z.boolean(), value: z.union([z.string(), z.number()]), values: z.array(z.string()) })
  .partial()
  .nullable();
const claimsText = z.object({ access_token: z.record(z.string(), wish).optional() });

/** What a client asks of a token's claims, or hands on from a challenge. */
export interface ClaimsRequest {
  /** Authentication contexts the token must carry. */
  contexts: readonly string[];
  /** Conditional access policies that must be satisfied. */
  policyIds: readonly string[];
  /** Whether the client understands claims challenges. */
  isChallengeable: boolean;
  /** A sign-in no older than this is wanted (epoch seconds). */
  notBefore: number | null;
  /** As asked, to be handed on; null when only the client's capabilities stood in it. */
  challenge: string | null;
}

/** Reads the `claims` parameter. @throws EntraRefusal when it is no JSON of that shape. */
export function claimsRequest(text: string | null | undefined): ClaimsRequest {
  if (text === null || text === undefined || text === '') {
    return { contexts: [], policyIds: [], isChallengeable: false, notBefore: null, challenge: null };
  }
  const asked = parsed(text);
  const valuesOf = (name: string): string[] => {
    const { value, values = [] } = asked[name] ?? {};
    return value === undefined ? values : [String(value), ...values];
  };
  const { xms_cc: capabilities, ...others } = asked;
  const notBefore = Number(valuesOf('nbf')[0] ?? Number.NaN);
  return {
    contexts: valuesOf('acrs'),
    policyIds: [...valuesOf('polids'), ...valuesOf('capolids')],
    isChallengeable: (capabilities?.values ?? []).some((one) => one.toLowerCase() === 'cp1'),
    notBefore: Number.isFinite(notBefore) ? notBefore : null,
    challenge: Object.keys(others).length === 0 ? null : JSON.stringify({ access_token: others }),
  };
}

function parsed(text: string): Record<string, z.infer<typeof wish>> {
  try {
    return claimsText.parse(JSON.parse(text)).access_token ?? {};
  } catch {
    throw new EntraRefusal('invalid_request', 9002313, 'Invalid request. Request is malformed or invalid.');
  }
}
