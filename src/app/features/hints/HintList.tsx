import { Button } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up';
import { useId, useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { useRoute } from '../../api/use-route.ts';
import { say } from '../../text/say.ts';
import '../../text/say-later.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { useHintListStyles } from './HintList.styles.ts';

interface HintListProps {
  readonly view: Pick<MeetingResponse, 'meeting' | 'supervising'>;
}

const staleMilliseconds = 600_000;

/** Ways to hold the conversation, at hand for the one of the two the policy offers them to (ESS-6). Folded until wanted. */
export function HintList({ view }: HintListProps) {
  const styles = useHintListStyles();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const policy = useRoute('pairPolicy', { params: { pairId: view.meeting.pairId }, staleTime: staleMilliseconds });
  const mine = view.supervising ? 'supervisor' : 'employee';
  const rules = (policy.data?.rules ?? []).filter((rule) => rule.kind === 'hints').filter((rule) => rule.for === mine);
  const [first] = rules;
  if (first === undefined) return null;
  return (
    <div className={styles.box}>
      <Button
        size="small"
        appearance="subtle"
        icon={isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {say('hints.title')}
      </Button>
      {isOpen && (
        <div id={listId}>
          <ul className={styles.list}>
            {rules
              .flatMap(({ hints }) => hints)
              .map((hint) => (
                <li key={hint.id}>
                  <span className={styles.title}>{hint.title}.</span>
                  {hint.words !== null && <> {hint.words}</>}
                </li>
              ))}
          </ul>
          <p className={styles.quiet}>
            {say('hints.yours')} <ClauseLink clause={first.clause} />
          </p>
        </div>
      )}
    </div>
  );
}
