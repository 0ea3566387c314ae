import { changeAgreement, dropAgreementDraft, signAgreementAs } from '../../usecases/keep-agreement.ts';
import { readAgreement } from '../../usecases/read-agreement.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

type AgreementRoutes = 'agreement' | 'changeAgreement' | 'signAgreement' | 'dropAgreementDraft';

export function agreementRoutes(needs: RouteNeeds): Pick<Handlers, AgreementRoutes> {
  return {
    agreement: ({ actor, param }) => readAgreement(needs, actor, { pairId: param('pairId') }),
    changeAgreement: ({ actor, param, request }) =>
      changeAgreement(needs, actor, { pairId: param('pairId'), ...request }),
    signAgreement: ({ actor, param, request }) =>
      signAgreementAs(needs, actor, { pairId: param('pairId'), ...request }),
    dropAgreementDraft: ({ actor, param }) => dropAgreementDraft(needs, actor, { pairId: param('pairId') }),
  };
}
