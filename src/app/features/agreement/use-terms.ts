import { useState } from 'react';
import type { AgreementTermsView, AgreementVersionView } from '#contract/agreement.ts';
import type { RequestOf } from '#contract/api.ts';
import { useChange } from '../../api/use-change.ts';

type Change = RequestOf<'changeAgreement'>['terms'];

export interface TermsEditor {
  /** Saves parts of the version on the screen. */
  readonly settle: (terms: Change) => void;
  /** The version's terms with what was chosen here and is on its way. */
  readonly chosen: AgreementTermsView;
  readonly isSaving: boolean;
  readonly error: Error | null;
}

/** Saves what is filled in, part by part, so that the other sees it as it comes. */
export function useTerms(pairId: string, { version, terms }: AgreementVersionView): TermsEditor {
  const change = useChange('changeAgreement');
  const [sending, setSending] = useState<Change>({});
  return {
    settle: (settled) => {
      const landed = (now: Change): Change =>
        Object.fromEntries(Object.entries(now).filter(([term, value]) => settled[term as keyof Change] !== value));
      setSending((now) => ({ ...now, ...settled }));
      change
        .mutateAsync({ params: { pairId }, request: { version, terms: settled } })
        // What went wrong stands in `error`.
        .catch(() => undefined)
        .finally(() => {
          setSending(landed);
        });
    },
    chosen: { ...terms, ...(sending as Partial<AgreementTermsView>) },
    isSaving: change.isPending,
    error: change.error,
  };
}
