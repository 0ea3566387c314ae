import { Button, mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock20Regular } from '@fluentui/react-icons/svg/clock';
import { useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { useChange } from '../../api/use-change.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { usePairRules } from '../../ui/use-pair-rules.ts';
import { agreedSentence, agreementOf, plannedMinutes } from './agenda-words.ts';
import { AgreedLength } from './AgreedLength.tsx';
import { useAgreeBarStyles } from './AgreeBar.styles.ts';

interface AgreeBarProps {
  readonly view: MeetingResponse;
  /** Something changed here is still on its way: agreeing waits for it. */
  readonly isSending: boolean;
  /** The side panel's width: the button under the words. */
  readonly compact?: boolean;
}

/** Who agrees with the agenda, what happens when both do, and the button. */
export function AgreeBar({ view, isSending, compact = false }: AgreeBarProps) {
  const styles = useAgreeBarStyles();
  const agree = useChange('agreeAgenda');
  const agreement = agreementOf(view);
  const isMine = agreement === 'mine' || agreement === 'both';
  const [hadAgreed, setHadAgreed] = useState(isMine);
  if (isMine && !hadAgreed) setHadAgreed(true);
  const name = view.other.givenName;
  const isVoid = hadAgreed && !isMine;
  const rule = ruleOf(usePairRules(view.meeting.pairId), 'agenda');
  const lengthRule = rule?.lengthAgreed === true ? rule : null;

  return (
    <div className={styles.box}>
      {agree.error !== null && <ErrorNotice error={agree.error} />}
      <div className={mergeClasses(styles.bar, compact && styles.stacked)}>
        <span className={mergeClasses(styles.icon, agreement !== 'none' && styles.agreed)} aria-hidden>
          {agreement === 'none' ? <Clock20Regular /> : <CheckmarkCircle20Filled />}
        </span>
        <div className={styles.words} role="status">
          <span className={styles.head}>{headOf(agreement, name)}</span>
          <span className={styles.quiet}>{isVoid ? say('agenda.void') : whatHappens(view, agreement)}</span>
          {!isMine && lengthRule !== null && <AgreedLength view={view} clause={lengthRule.clause} />}
        </div>
        {!isMine && (
          <Button
            className={compact ? styles.full : styles.button}
            appearance="primary"
            size={compact ? 'medium' : 'large'}
            disabledFocusable={agree.isPending || isSending || view.items.length === 0}
            onClick={() => {
              agree.mutate({
                params: { meetingId: view.meeting.id },
                request: { agendaVersion: view.meeting.agendaVersion },
              });
            }}
          >
            {lengthRule === null ? say(compact ? 'agenda.agreeThis' : 'agenda.agree') : agreeLength(view)}
          </Button>
        )}
      </div>
    </div>
  );
}

function agreeLength(view: MeetingResponse): string {
  return say('agreedLength.agree', plannedMinutes(view));
}

function headOf(agreement: ReturnType<typeof agreementOf>, name: string): string {
  if (agreement === 'both') return say('agenda.youBothAgree');
  if (agreement === 'mine') return say('agenda.youAgree');
  return agreement === 'theirs' ? say('agenda.theyAgree', { name }) : say('agenda.noneAgree');
}

function whatHappens(view: MeetingResponse, agreement: ReturnType<typeof agreementOf>): string {
  const name = view.other.givenName;
  if (agreement === 'both') return `${agreedSentence(view)} ${say('agenda.ifChanged')}`;
  if (view.isOfThree) return say('agenda.staysHere');
  if (agreement === 'mine') return say('agenda.whenTheyDo', { name });
  if (agreement === 'none') return say('agenda.whenBothDo');
  return say('agenda.whenYouDo', { name });
}
