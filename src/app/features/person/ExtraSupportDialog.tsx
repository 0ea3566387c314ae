import { Body1, Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PairResponse } from '#contract/pairs.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { ApiError } from '../../api/api-error.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayInterval } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useDialog } from '../../ui/use-dialog.ts';
import { ArrangementFields } from './ArrangementFields.tsx';
import type { WantedArrangement } from './wanted-arrangement.ts';

interface ExtraSupportDialogProps {
  readonly detail: PairResponse;
  readonly onClose: () => void;
}

/** The clause by which something was refused. */
function AskedBy({ error }: { readonly error: Error | null }) {
  const clause = error instanceof ApiError ? error.details['clause'] : undefined;
  if (typeof clause !== 'string') return null;
  return (
    <Body1 block>
      {say('support.asked')} <ClauseLink clause={clause} />
    </Body1>
  );
}

/** Agrees to meet at another interval for a while, with reasons both can read, or goes back to what the policy asks. */
export function ExtraSupportDialog({ detail, onClose }: ExtraSupportDialogProps) {
  const dialog = useDialog(onClose);
  const { pair, extraSupport, usual } = detail;
  const { pairId, other } = pair;
  const policy = useRoute('pairPolicy', { params: { pairId }, staleTime: 600_000 });
  const offered = ruleOf(policy.data?.rules ?? [], 'interval-reasons')?.reasons ?? [];
  const [wanted, setWanted] = useState<WantedArrangement>({
    every: extraSupport?.every ?? { weeks: 1 },
    kind: extraSupport?.kind ?? 'support',
    reasons: extraSupport?.reasons ?? [],
  });
  const [reason, setReason] = useKeptDraft(`support ${pairId}`, extraSupport?.reason ?? '');
  const change = useChange('setExtraSupport');
  // A reason the policy has since dropped is not sent again.
  const reasons = wanted.reasons.filter((id) => offered.some((one) => one.id === id));
  const isReady = reason.trim() !== '' || reasons.length > 0;
  const save = (next: (WantedArrangement & { reason: string }) | null) => {
    const request = { extraSupport: next === null ? null : { ...next, reasons: [...next.reasons] } };
    change.mutate({ params: { pairId }, request }, { onSuccess: dialog.close });
  };
  return (
    <DialogFrame
      dialog={dialog}
      title={say('support.title')}
      error={change.error}
      aboutError={<AskedBy error={change.error} />}
      says={say('support.backPromise')}
      others={
        extraSupport !== null && (
          <Button
            disabledFocusable={change.isPending}
            onClick={() => {
              save(null);
            }}
          >
            {say('support.back')}
          </Button>
        )
      }
      send={{
        words: say('support.save', { every: sayInterval(wanted.every) }),
        isBusy: change.isPending,
        isReady,
        onPress: () => {
          save({ ...wanted, reasons, reason });
        },
      }}
    >
      <Body1 block>{say('support.intro', { name: other.givenName })}</Body1>
      <ArrangementFields
        usual={usual?.every ?? null}
        offered={offered}
        wanted={{ ...wanted, reasons }}
        onChange={setWanted}
        reason={reason}
        onReason={setReason}
      />
    </DialogFrame>
  );
}
