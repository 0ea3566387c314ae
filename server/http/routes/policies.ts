import { activatePolicy, withdrawActivation } from '../../usecases/activate-policy.ts';
import { comparePolicies } from '../../usecases/compare-policies.ts';
import { loadPolicy } from '../../usecases/load-policy.ts';
import { readPolicies } from '../../usecases/read-policies.ts';
import type { Handlers } from '../handlers.ts';
import { packIn } from '../pack-in.ts';
import type { RouteNeeds } from './route-needs.ts';

export function policyRoutes(
  needs: RouteNeeds,
): Pick<Handlers, 'policies' | 'loadPolicy' | 'comparePolicies' | 'activatePolicy' | 'withdrawActivation'> {
  return {
    policies: ({ actor }) => readPolicies(needs, actor),
    loadPolicy: ({ actor, request }) =>
      loadPolicy(needs, actor, { id: request.id, text: request.text, pack: packIn(request.text) }),
    comparePolicies: ({ actor, param }) => comparePolicies(needs, actor, { versionId: param('versionId') }),
    activatePolicy: ({ actor, param, request }) =>
      activatePolicy(needs, actor, { versionId: param('versionId'), ...request }),
    withdrawActivation: ({ actor, param, request }) =>
      withdrawActivation(needs, actor, { activationId: param('activationId'), ...request }),
  };
}
