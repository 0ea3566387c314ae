import type { policiesApi } from '#contract/policies-api.ts';
import { activatePolicy, withdrawActivation } from '../../usecases/activate-policy.ts';
import { comparePolicies } from '../../usecases/compare-policies.ts';
import { loadPolicy } from '../../usecases/load-policy.ts';
import { loadStandard, withdrawStandard } from '../../usecases/load-standard.ts';
import { readPolicyImpact } from '../../usecases/read-policy-impact.ts';
import { readPolicies } from '../../usecases/read-policies.ts';
import type { Handlers } from '../handlers.ts';
import { packIn, standardIn, takenStandard } from '../pack-in.ts';
import type { RouteNeeds } from './route-needs.ts';

export function policyRoutes(needs: RouteNeeds): Pick<Handlers, keyof typeof policiesApi> {
  return {
    policies: ({ actor }) => readPolicies(needs, actor),
    loadPolicy: ({ actor, request }) =>
      loadPolicy(needs, actor, { id: request.id, text: request.text, pack: packIn(request.text) }),
    comparePolicies: ({ actor, param }) => comparePolicies(needs, actor, { versionId: param('versionId') }),
    policyImpact: ({ actor, param }) => readPolicyImpact(needs, actor, { versionId: param('versionId') }),
    activatePolicy: ({ actor, param, request }) =>
      activatePolicy(needs, actor, { versionId: param('versionId'), ...request }),
    withdrawActivation: ({ actor, param, request }) =>
      withdrawActivation(needs, actor, { activationId: param('activationId'), ...request }),
    loadStandard: async ({ actor, request }) => {
      const standard = standardIn(request.text);
      const { standardId, wasThere, revision } = takenStandard(
        await loadStandard(needs, actor, { ...request, standard }),
      );
      return { standardId, wasThere, revision };
    },
    withdrawStandard: ({ actor, param, request }) =>
      withdrawStandard(needs, actor, { standardId: param('standardId'), ...request }),
  };
}
