import type { ReactNode } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { SignOffResponse } from '#contract/sign-off.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { AddedLater } from './AddedLater.tsx';
import { RecordCheck } from './RecordCheck.tsx';
import { RecordCopy } from './RecordCopy.tsx';
import { SignForm } from './SignForm.tsx';
import { Signers } from './Signers.tsx';
import { useSignOffStyles } from './SignOff.styles.ts';
import { useSignOff } from './use-sign-off.ts';

interface SignOffCardsProps {
  readonly view: MeetingResponse;
  /** In the side panel: headings instead of cards, and nothing to print. */
  readonly isNarrow?: boolean;
}

/** Beside a closed record: who signed it, what was added later, its fingerprint, and a copy to keep. */
export function SignOffCards({ view, isNarrow = false }: SignOffCardsProps) {
  const { data, error, refetch } = useSignOff(view.meeting.id);
  const Part = isNarrow ? NarrowPart : Panel;
  return (
    <>
      {error !== null && (
        <ErrorNotice
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      )}
      {data !== undefined && (
        <>
          <Part title={say('signOff.title')}>
            <Signing view={view} signOff={data} />
          </Part>
          <Part title={say('signOff.added')} count={data.addenda.length === 0 ? undefined : data.addenda.length}>
            <AddedLater view={view} signOff={data} />
          </Part>
          {(data.policy !== null || data.seal !== null) && (
            <Part title={data.seal === null ? say('signOff.proofPolicy') : say('signOff.proof')}>
              <RecordCheck signOff={data} />
            </Part>
          )}
        </>
      )}
      <Part title={say('signOff.copy')}>
        <RecordCopy meetingId={view.meeting.id} withoutPrint={isNarrow} />
      </Part>
    </>
  );
}

interface SigningProps {
  readonly view: MeetingResponse;
  readonly signOff: SignOffResponse;
}

function Signing({ view, signOff }: SigningProps) {
  const styles = useSignOffStyles();
  return (
    <div className={styles.stack}>
      {signOff.signers.length > 0 && <Signers view={view} signOff={signOff} />}
      {signOff.myTurn && (
        <>
          <hr className={styles.rule} />
          <SignForm view={view} signOff={signOff} />
          <hr className={styles.rule} />
        </>
      )}
      <PolicyLine clause={signOff.clause}>{wordsFor(signOff)}</PolicyLine>
    </div>
  );
}

function wordsFor({ beingWritten, clause, signers }: SignOffResponse): string {
  if (beingWritten) return clause === null ? say('signOff.beingWrittenPlain') : say('signOff.beingWritten');
  if (clause === null) return say('signOff.asksNone');
  return signers.length > 1 ? say('signOff.asksBoth') : say('signOff.asksOne');
}

interface NarrowPartProps {
  readonly title: string;
  readonly count?: number | undefined;
  readonly children: ReactNode;
}

function NarrowPart({ title, count, children }: NarrowPartProps) {
  const styles = useSignOffStyles();
  return (
    <section className={styles.tight} aria-label={title}>
      <hr className={styles.rule} />
      <h3 className={styles.title}>
        {title}
        {count !== undefined && ` (${String(count)})`}
      </h3>
      {children}
    </section>
  );
}
