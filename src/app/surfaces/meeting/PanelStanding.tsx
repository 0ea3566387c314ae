import type { MeetingResponse } from '#contract/meetings.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { StandingItems } from '../../features/agenda/StandingItems.tsx';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { usePairRules } from '../../ui/use-pair-rules.ts';
import { useMeetingPanelStyles } from '../MeetingPanel.styles.ts';

/** What stands on every agenda, in the side panel, where the policy has the two build theirs. */
export function PanelStanding({ view }: { readonly view: MeetingResponse }) {
  const styles = useMeetingPanelStyles();
  const rule = ruleOf(usePairRules(view.meeting.pairId), 'agenda');
  if (rule === null || view.meeting.kind !== 'one-to-one') return null;
  return (
    <section className={styles.jottings} aria-label={say('standing.title')}>
      <h2 className={styles.title}>{say('standing.title')}</h2>
      <StandingItems view={view} />
    </section>
  );
}
