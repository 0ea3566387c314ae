import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { AgreementResponse } from '#contract/agreement.ts';
import type { LocalDate } from '#core/time-types.ts';
import { useChange } from '../../api/use-change.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDay } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { useAgreementStyles } from './Agreement.styles.ts';
import { AgreementBody } from './AgreementTab.tsx';

interface AgreementOfferProps {
  readonly pairId: string;
}

/** Offers in the meeting what is to be agreed about meeting: at the first one, when a signature is missing, and when it is to be looked at again. */
export function AgreementOffer({ pairId }: AgreementOfferProps) {
  const styles = useAgreementStyles();
  const { data } = useRoute('agreement', { params: { pairId } });
  const begin = useChange('changeAgreement');
  const [isOpen, setOpen] = useState(false);
  if (data === undefined || data.asks === null) return null;
  const offer = offerOf(data, data.today);
  if (offer === null && !isOpen) return null;
  return (
    <section className={styles.offer} aria-label={say('agreement.offer')}>
      <h2 className={styles.title}>
        {data.asks.title} <ClauseLink clause={data.asks.clause} />
      </h2>
      {isOpen ? (
        <AgreementBody agreement={data} />
      ) : (
        <>
          <p className={styles.quiet}>{offer?.words}</p>
          <div>
            <Button
              size="small"
              disabledFocusable={begin.isPending}
              onClick={() => {
                setOpen(true);
                if (data.draft === null && data.inForce === null) {
                  begin.mutate({ params: { pairId }, request: { version: null, terms: {} } });
                }
              }}
            >
              {offer?.button}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** What to say and to press; null: nothing waits. */
function offerOf(agreement: AgreementResponse, today: LocalDate): { words: string; button: string } | null {
  const { draft, inForce, finding, other, supervising } = agreement;
  const name = other.givenName;
  if (draft !== null) {
    const [mine, theirs] = supervising
      ? [draft.signedBySupervisor, draft.signedByEmployee]
      : [draft.signedByEmployee, draft.signedBySupervisor];
    if (mine !== null) return { words: say('agreement.offerWaiting', { name }), button: say('agreement.open') };
    if (theirs !== null) return { words: say('agreement.offerSign', { name }), button: say('agreement.readIt') };
    return { words: say('finding.agreement.beingFilled'), button: say('agreement.open') };
  }
  if (inForce === null) return { words: say('agreement.offerWhy'), button: say('agreement.begin') };
  if (finding?.reason === 'agreement-too-seldom') {
    return { words: say('agreement.offerSeldom'), button: say('agreement.look') };
  }
  if (finding?.reason !== 'agreement-review' || finding.dueOn === null) return null;
  return { words: say('agreement.offerReview', { day: sayDay(finding.dueOn, today) }), button: say('agreement.look') };
}
