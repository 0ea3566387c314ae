import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from '@fluentui/react-components';
import type { AgreementResponse } from '#contract/agreement.ts';
import { localDateOf } from '#core/time.ts';
import { useChange } from '../../api/use-change.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { findingLine } from '../../text/findings.ts';
import { say } from '../../text/say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useAgreementStyles } from './Agreement.styles.ts';
import { AgreedTerms } from './AgreedTerms.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import { heldSince } from './agreement-words.ts';
import { Signatures } from './Signatures.tsx';

interface AgreementTabProps {
  readonly pairId: string;
}

/** How two people meet: what they signed, what they are agreeing now, and what they had agreed before (OD3a-10). */
export function AgreementTab({ pairId }: AgreementTabProps) {
  const read = useRoute('agreement', { params: { pairId } });
  if (read.isPending) return <PageSkeleton rows={3} />;
  if (read.data === undefined) {
    return (
      <ErrorNotice
        error={read.error}
        onRetry={() => {
          void read.refetch();
        }}
      />
    );
  }
  const { asks } = read.data;
  if (asks === null && read.data.inForce === null) {
    return <EmptyState title={say('agreement.notAsked')}>{say('agreement.notAskedWhy')}</EmptyState>;
  }
  return (
    <Panel title={asks?.title ?? say('agreement.tab')}>
      <AgreementBody agreement={read.data} />
    </Panel>
  );
}

/** The agreement itself, wherever it stands. */
export function AgreementBody({ agreement }: { readonly agreement: AgreementResponse }) {
  const styles = useAgreementStyles();
  const { today } = useToday();
  const { draft, inForce, finding } = agreement;
  return (
    <div className={styles.stack}>
      {finding !== null && <PolicyLine clause={finding.clause}>{findingLine(finding, today)}</PolicyLine>}
      {draft !== null && <AgreementForm key={draft.version} agreement={agreement} version={draft} />}
      {draft === null && inForce !== null && (
        <>
          <AgreedTerms agreement={agreement} version={inForce} />
          <div className={styles.sign}>
            <Signatures agreement={agreement} version={inForce} />
            <Begin agreement={agreement} words={say('agreement.change')} />
          </div>
        </>
      )}
      {draft === null && inForce === null && (
        <>
          <p className={styles.lead}>{say('agreement.offerWhy')}</p>
          <div>
            <Begin agreement={agreement} words={say('agreement.begin')} isPrimary />
          </div>
        </>
      )}
      <Earlier agreement={agreement} />
    </div>
  );
}

interface BeginProps {
  readonly agreement: AgreementResponse;
  readonly words: string;
  readonly isPrimary?: boolean;
}

function Begin({ agreement: { pairId, asks }, words, isPrimary = false }: BeginProps) {
  const begin = useChange('changeAgreement');
  if (asks === null) return null;
  return (
    <>
      {begin.error !== null && <ErrorNotice error={begin.error} />}
      <Button
        appearance={isPrimary ? 'primary' : 'secondary'}
        disabledFocusable={begin.isPending}
        onClick={() => {
          begin.mutate({ params: { pairId }, request: { version: null, terms: {} } });
        }}
      >
        {words}
      </Button>
    </>
  );
}

function Earlier({ agreement }: { readonly agreement: AgreementResponse }) {
  const { zone, today } = useToday();
  const { draft, inForce, earlier } = agreement;
  // While a change is being agreed, what still holds stands among what was signed before.
  const past = draft === null || inForce === null ? earlier : [inForce, ...earlier];
  if (past.length === 0) return null;
  return (
    <Accordion collapsible multiple>
      {past.map((version) => {
        const since = heldSince(version);
        const day = since === null ? '' : sayDate(localDateOf(since, zone), today);
        return (
          <AccordionItem key={version.version} value={version.version}>
            <AccordionHeader>{say('agreement.earlierOne', { version: version.version, day })}</AccordionHeader>
            <AccordionPanel>
              <AgreedTerms agreement={agreement} version={version} />
              <Signatures agreement={agreement} version={version} />
            </AccordionPanel>
          </AccordionItem>
        );
      })}
    </Accordion>
  );
}
