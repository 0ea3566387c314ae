import { Button } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import type { CheckRecordResponse, SignOffResponse } from '#contract/sign-off.ts';
import { useRoute } from '../../api/use-route.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSignOffStyles } from './SignOff.styles.ts';

interface RecordCheckProps {
  readonly signOff: SignOffResponse;
}

/** Which policy the record was made under, its fingerprint, and a check of every letter that was signed. */
export function RecordCheck({ signOff }: RecordCheckProps) {
  const styles = useSignOffStyles();
  const { contentHash, policy, meetingId } = signOff;
  const check = useRoute('checkRecord', { params: { meetingId }, enabled: false });
  return (
    <div className={styles.tight}>
      {policy !== null && <span className={styles.quiet}>{say('signOff.policy', { version: policy.version })}</span>}
      {signOff.seal !== null && (
        <>
          <span className={styles.quiet} title={contentHash}>
            <span className={styles.code}>
              {say('signOff.fingerprint', { start: contentHash.slice(0, 8), end: contentHash.slice(-4) })}
            </span>
          </span>
          <div>
            <Button
              size="small"
              disabledFocusable={check.isFetching}
              onClick={() => {
                void check.refetch();
              }}
            >
              {say('signOff.check')}
            </Button>
          </div>
          <div role="status">
            {check.isFetching && <span className={styles.quiet}>{say('signOff.checking')}</span>}
            {!check.isFetching && check.data !== undefined && (
              <CheckResult result={check.data} isSigned={signOff.clause !== null} />
            )}
          </div>
          {check.error !== null && <ErrorNotice error={check.error} />}
        </>
      )}
    </div>
  );
}

interface CheckResultProps {
  readonly result: CheckRecordResponse;
  readonly isSigned: boolean;
}

function CheckResult({ result, isSigned }: CheckResultProps) {
  const styles = useSignOffStyles();
  if (result.intact) {
    return (
      <span className={styles.line}>
        <CheckmarkCircle20Filled className={styles.checked} aria-hidden />
        {isSigned ? say('signOff.intact') : say('signOff.intactPlain')}
      </span>
    );
  }
  const parts = [...new Set(result.altered.map(({ part }) => say(`signOff.part.${part}`)))].join(', ');
  return (
    <Notice intent="warning" role="alert" title={say('signOff.altered')}>
      {say('signOff.alteredTodo', { parts })}
    </Notice>
  );
}
