import { keepProtectedHours, readProtectedHours } from '../../usecases/keep-protected-hours.ts';
import { readFindings } from '../../usecases/read-findings.ts';
import { readHome } from '../../usecases/read-home.ts';
import { readMe } from '../../usecases/read-me.ts';
import { readPairPolicy } from '../../usecases/read-pair-policy.ts';
import { readPair } from '../../usecases/read-pair.ts';
import { readPolicyProgress } from '../../usecases/read-policy-progress.ts';
import { readPolicy } from '../../usecases/read-policy.ts';
import { setExtraSupport } from '../../usecases/set-extra-support.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

export function peopleRoutes(
  needs: RouteNeeds,
): Pick<
  Handlers,
  | 'me'
  | 'home'
  | 'policy'
  | 'pair'
  | 'pairPolicy'
  | 'pairFindings'
  | 'policyProgress'
  | 'setExtraSupport'
  | 'protectedHours'
  | 'keepProtectedHours'
> {
  return {
    me: ({ actor }) => readMe(needs, actor),
    home: ({ actor }) => readHome(needs, actor),
    policy: ({ actor, request }) => readPolicy(needs, actor, request),
    pair: ({ actor, param }) => readPair(needs, actor, { pairId: param('pairId') }),
    pairPolicy: ({ actor, param, request }) => readPairPolicy(needs, actor, { pairId: param('pairId'), ...request }),
    pairFindings: ({ actor, param, request }) =>
      readFindings(needs, actor, { pairId: param('pairId'), on: request.on }),
    policyProgress: ({ actor }) => readPolicyProgress(needs, actor),
    protectedHours: ({ actor }) => readProtectedHours(needs, actor),
    keepProtectedHours: ({ actor, request }) => keepProtectedHours(needs, actor, request),
    setExtraSupport: ({ actor, param, request }) =>
      setExtraSupport(needs, actor, { pairId: param('pairId'), ...request }),
  };
}
