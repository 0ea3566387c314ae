import { Button } from '@fluentui/react-components';
import type { RequestOf } from '#contract/api.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { addMinutes } from '#core/time.ts';
import { useNow } from '../../api/server-clock.ts';
import { useChange } from '../../api/use-change.ts';
import { sayTimes } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { usePairRules } from '../../ui/use-pair-rules.ts';
import { useStandingItemsStyles } from './StandingItems.styles.ts';

/** Time kept free before a meeting to prepare, in one's own calendar, if one wants it and the policy sets it aside (ESS-4). */
export function PreparationTime({ view }: { readonly view: MeetingResponse }) {
  const styles = useStandingItemsStyles();
  const now = useNow();
  const { meeting, preparation, zone } = view;
  const rule = ruleOf(usePairRules(meeting.pairId), 'preparation');
  const change = useChange('keepPreparationTime');
  const minutes = rule?.minutes ?? null;
  if (meeting.state !== 'planned' || minutes === null) return null;
  const keep = (value: RequestOf<'keepPreparationTime'>['keep']): void => {
    change.mutate({ params: { meetingId: meeting.id }, request: { keep: value } });
  };
  const { block, each } = preparation;
  const isLate = addMinutes(meeting.start, -minutes) <= now;
  return (
    <div className={styles.box} role="group" aria-label={say('prepare.time')}>
      <span className={styles.quiet}>
        {block !== null
          ? `${say('prepare.kept', { times: sayTimes(block.start, block.end, zone) })} ${each ? say('prepare.each') : ''}`
          : isLate
            ? say('prepare.late')
            : say('prepare.offer', { minutes })}
      </span>
      <div className={styles.buttons}>
        {block === null && !isLate && (
          <Button
            size="small"
            disabledFocusable={change.isPending}
            onClick={() => {
              keep('this');
            }}
          >
            {say('prepare.keepThis')}
          </Button>
        )}
        {!each && !isLate && (
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={change.isPending}
            onClick={() => {
              keep('each');
            }}
          >
            {say('prepare.keepEach')}
          </Button>
        )}
        {(block !== null || each) && (
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={change.isPending}
            onClick={() => {
              keep('none');
            }}
          >
            {say('prepare.stop')}
          </Button>
        )}
      </div>
      {change.error !== null && <ErrorNotice error={change.error} />}
    </div>
  );
}
