import type { UseMutationResult } from '@tanstack/react-query';
import type { AgreementVersionView } from '#contract/agreement.ts';
import type { RequestOf } from '#contract/api.ts';
import { useChange } from '../../api/use-change.ts';

type Change = RequestOf<'changeAgreement'>['terms'];

export interface TermsEditor {
  /** Saves parts of the version on the screen. */
  readonly settle: (terms: Change) => void;
  readonly isSaving: boolean;
  readonly error: UseMutationResult['error'];
}

/** Saves what is filled in, part by part, so that the other sees it as it comes. */
export function useTerms(pairId: string, version: AgreementVersionView): TermsEditor {
  const change = useChange('changeAgreement');
  return {
    settle: (terms) => {
      change.mutate({ params: { pairId }, request: { version: version.version, terms } });
    },
    isSaving: change.isPending,
    error: change.error,
  };
}
