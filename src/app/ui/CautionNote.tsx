import { Button } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { useState } from 'react';
import { findCautions } from '#core/cautions/find-cautions.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import type { PointMark } from '#core/record/point.ts';
import { useRoute } from '../api/use-route.ts';
import { say } from '../text/say.ts';
import '../text/say-later.ts';
import { useCautionNoteStyles } from './CautionNote.styles.ts';
import { ClauseLink } from './ClauseLink.tsx';

interface CautionNoteProps {
  readonly pairId: string;
  /** What is being written, or has been. */
  readonly text: string;
  readonly mark?: PointMark | null;
}

const staleMilliseconds = 600_000;

/**
 * A quiet word to whoever writes, when it reads like the start of a formal process: where that belongs, and the other person's
 * right there (OUT-6, OD3a-7, FORM-8). It stops nothing, and what is typed goes nowhere for it.
 */
export function CautionNote({ pairId, text, mark = null }: CautionNoteProps) {
  const styles = useCautionNoteStyles();
  const policy = useRoute('pairPolicy', { params: { pairId }, staleTime: staleMilliseconds });
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const rule = ruleOf(policy.data?.rules ?? [], 'cautions');
  const caution = findCautions({ text, mark }, rule?.cautions ?? []).find(({ id }) => !hidden.includes(id));
  return (
    // Always there, so that what comes into it is read out.
    <div role="status">
      {rule !== null && caution !== undefined && (
        <div className={styles.note}>
          <Info16Regular className={styles.icon} aria-hidden />
          <div className={styles.words}>
            <span className={styles.title}>{caution.title}.</span> {caution.route}
            {caution.representation !== null && ` ${caution.representation}`} <ClauseLink clause={rule.clause} />
            <div className={styles.foot}>
              <span className={styles.private}>
                <LockClosed16Regular aria-hidden />
                {say('general.onlyYou')}
              </span>
              <Button
                size="small"
                appearance="subtle"
                onClick={() => {
                  setHidden([...hidden, caution.id]);
                }}
              >
                {say('caution.hide')}
              </Button>
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
