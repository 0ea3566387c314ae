import type { FaultPreset } from './fault-preset.ts';
import { appTroubles, mailTroubles, timeTroubles } from './service-presets.ts';

const TOKEN = '*/oauth2/v2.0/token';
const STRONGER = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const REVOKED = '{"access_token":{"nbf":{"essential":true,"value":"1795600000"}}}';

const signInTroubles: readonly FaultPreset[] = [
  {
    id: 'claims-challenge',
    group: 'Sign-in',
    name: 'A stronger sign-in is asked for',
    words: 'Conditional access wants another step: the person is asked, and their work goes on after it.',
    faults: [
      {
        method: 'POST',
        path: TOKEN,
        oauth: { error: 'interaction_required', suberror: 'basic_action', errorCodes: [50076], claims: STRONGER },
      },
    ],
  },
  {
    id: 'consent-withdrawn',
    group: 'Sign-in',
    name: 'Consent was withdrawn',
    words: 'The token endpoint refuses until somebody consents again.',
    faults: [
      {
        method: 'POST',
        path: TOKEN,
        times: 'always',
        oauth: { error: 'invalid_grant', suberror: 'consent_required', errorCodes: [65001] },
      },
    ],
  },
  {
    id: 'session-revoked',
    group: 'Sign-in',
    name: 'Graph no longer accepts the session',
    words: 'Continuous access evaluation: 401 with a claims challenge in the middle of the work.',
    faults: [{ path: '/v1.0/*', claims: REVOKED }],
  },
  {
    id: 'token-expired',
    group: 'Sign-in',
    name: 'The token is too old',
    words: '401 without a challenge: one quiet renewal, then the work goes on.',
    faults: [{ path: '/v1.0/*', status: 401, message: 'Lifetime validation failed, the token is expired.' }],
  },
  {
    id: 'token-endpoint-down',
    group: 'Sign-in',
    name: 'Entra gives no tokens',
    words: 'The token endpoint answers 503 until this is removed.',
    faults: [
      { method: 'POST', path: TOKEN, status: 503, times: 'always', oauth: { error: 'temporarily_unavailable' } },
    ],
  },
  {
    id: 'keys-down',
    group: 'Sign-in',
    name: 'The signing keys cannot be fetched',
    words: 'Discovery and keys answer 503: keys held already go on being used.',
    faults: [
      { path: '*/discovery/v2.0/keys', status: 503, times: 'always' },
      { path: '*/.well-known/openid-configuration', status: 503, times: 'always' },
    ],
  },
];

const networkTroubles: readonly FaultPreset[] = [
  {
    id: 'proxy-page',
    group: 'Network',
    name: 'A proxy answers with a page of its own',
    words: '502 in HTML where JSON is expected.',
    faults: [{ path: '/v1.0/*', answer: 'html', status: 502 }],
  },
  {
    id: 'half-answer',
    group: 'Network',
    name: 'The answer breaks off half way',
    words: 'The work is done; half the answer comes, then the connection is cut.',
    faults: [{ path: '/v1.0/*', answer: 'half' }],
  },
  {
    id: 'malformed-json',
    group: 'Network',
    name: 'The answer cannot be read',
    words: 'The work is done; the JSON of the answer lacks its end.',
    faults: [{ path: '/v1.0/*', answer: 'malformed-json' }],
  },
  {
    id: 'wrong-type',
    group: 'Network',
    name: 'The answer says it is plain text',
    words: 'The right JSON under the wrong content type.',
    faults: [{ path: '/v1.0/*', answer: 'wrong-type' }],
  },
  {
    id: 'gateway-repeats',
    group: 'Network',
    name: 'A gateway sends a change twice',
    words: 'Each POST is carried out twice by itself: a transaction id must keep it to one event.',
    faults: [{ method: 'POST', path: '/v1.0/*', runs: 2 }],
  },
  {
    id: 'answer-twice',
    group: 'Network',
    name: 'The answer comes twice',
    words: 'The same answer is sent a second time on the connection.',
    faults: [{ path: '/v1.0/*', answer: 'twice' }],
  },
  {
    id: 'slow',
    group: 'Network',
    name: 'Everything takes three seconds longer',
    words: 'Nothing fails; people should see that something is under way.',
    faults: [{ path: '/v1.0/*', delayMs: 3000, times: 'always' }],
  },
  {
    id: 'bad-day',
    group: 'Network',
    name: 'A bad day, by the seed',
    words: 'One call in ten fails: refused, unavailable, cut before or after. The same seed gives the same day.',
    faults: [
      { path: '/v1.0/*', times: 'always', probability: 0.04, status: 429, retryAfter: 2 },
      { path: '/v1.0/*', times: 'always', probability: 0.03, status: 503 },
      { path: '/v1.0/*', times: 'always', probability: 0.02, status: 504, moment: 'after' },
      { path: '/v1.0/*', times: 'always', probability: 0.01, cut: true, moment: 'after' },
    ],
  },
];

const notificationTroubles: readonly FaultPreset[] = [
  {
    id: 'notifications-lost',
    group: 'Notifications',
    name: 'Change notifications are lost',
    words: 'Nobody is told; only looking again finds what changed.',
    faults: [{ path: '/notifications/*', copies: 0, times: 'always' }],
  },
  {
    id: 'notifications-doubled',
    group: 'Notifications',
    name: 'Change notifications come twice',
    words: 'Each comes twice, as at least once allows.',
    faults: [{ path: '/notifications/*', copies: 2, times: 'always' }],
  },
  {
    id: 'notifications-late',
    group: 'Notifications',
    name: 'Change notifications come ten minutes late',
    words: 'What was seen meanwhile must not be rolled back.',
    faults: [{ path: '/notifications/*', delayMs: 600_000, times: 'always' }],
  },
  {
    id: 'notifications-shuffled',
    group: 'Notifications',
    name: 'Change notifications come out of order',
    words: 'Four at a time are gathered and sent in another order, which follows from the seed.',
    faults: [{ path: '/notifications/*', reorder: 4, times: 'always' }],
  },
  {
    id: 'notifications-forged',
    group: 'Notifications',
    name: 'Change notifications carry the wrong secret',
    words: 'Their clientState does not match: nothing may follow from them.',
    faults: [{ path: '/notifications/*', clientState: 'not the secret that was agreed', times: 'always' }],
  },
  {
    id: 'receiver-slow',
    group: 'Notifications',
    name: 'The receiver answers too late',
    words: 'The first delivery of each counts as failed, so it comes again; too many, and nothing comes for a while.',
    faults: [{ path: '/notifications/*', slowAnswerMs: 12_000, times: 'always' }],
  },
];

/** Every trouble that is offered, in the order of the page. */
export const faultPresets: readonly FaultPreset[] = [
  ...mailTroubles,
  ...timeTroubles,
  ...appTroubles,
  ...signInTroubles,
  ...networkTroubles,
  ...notificationTroubles,
];
