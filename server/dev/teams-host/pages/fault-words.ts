import type { Fault } from '../control/local-api.ts';

/** What a fault does, in a few words. */
export function faultWords(fault: Fault): string {
  const parts: string[] = [];
  if (fault.delayMs !== undefined) parts.push(`waits ${String(fault.delayMs / 1000)} s`);
  if (fault.cut === true) parts.push('drops the connection');
  if (fault.status !== undefined) parts.push(`answers ${[fault.status, fault.code].filter(Boolean).join(' ')}`);
  if (fault.retryAfter !== undefined) parts.push(`asks to wait ${String(fault.retryAfter)} s`);
  if (fault.oauth !== undefined) parts.push(`sign-in says ${fault.oauth.suberror ?? fault.oauth.error}`);
  if (parts.length === 0) parts.push('does nothing');
  return fault.moment === 'after' ? `does it, then ${parts.join(', ')}` : parts.join(', ');
}

/** A trouble worth rehearsing, ready to add. */
export interface Rehearsal {
  readonly name: string;
  readonly fault: Omit<Fault, 'path' | 'method' | 'person' | 'times'>;
  /** Only some troubles belong to one place. */
  readonly path?: string;
  readonly method?: string;
}

/** The troubles the form offers. */
export const rehearsals: readonly Rehearsal[] = [
  { name: 'Too many requests, wait 5 s (429)', fault: { status: 429, code: 'TooManyRequests', retryAfter: 5 } },
  { name: 'Not available (503)', fault: { status: 503, code: 'ServiceUnavailable' } },
  { name: 'Not allowed (403)', fault: { status: 403, code: 'ErrorAccessDenied' } },
  { name: 'Not found (404)', fault: { status: 404, code: 'ErrorItemNotFound' } },
  { name: 'Token too old (401)', fault: { status: 401, code: 'InvalidAuthenticationToken' } },
  { name: 'Slow, 10 s', fault: { delayMs: 10_000 } },
  { name: 'Connection drops before anything happens', fault: { cut: true, moment: 'before' } },
  { name: 'Does it, then the connection drops', fault: { cut: true, moment: 'after' } },
  { name: 'Does it, then answers 504', fault: { status: 504, code: 'GatewayTimeout', moment: 'after' } },
  {
    name: 'Consent is needed (sign-in)',
    fault: { oauth: { error: 'invalid_grant', suberror: 'consent_required' } },
    path: '*/oauth2/v2.0/token',
    method: 'POST',
  },
  {
    name: 'Stronger sign-in is needed (claims)',
    fault: {
      oauth: {
        error: 'interaction_required',
        suberror: 'basic_action',
        claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
      },
    },
    path: '*/oauth2/v2.0/token',
    method: 'POST',
  },
];
