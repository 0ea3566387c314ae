import type { MeetingResponse } from '#contract/meetings.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { usePairRules } from '../../ui/use-pair-rules.ts';
import { PrepareWith } from './PrepareWith.tsx';
import { StandingItems } from './StandingItems.tsx';

/** Beside a joint agenda on a wide page: what stands on every agenda, and what is at hand to prepare with. */
export function AgendaAside({ view }: { readonly view: MeetingResponse }) {
  const rules = usePairRules(view.meeting.pairId);
  const isOneToOne = view.meeting.kind === 'one-to-one';
  return (
    <>
      {isOneToOne && ruleOf(rules, 'agenda') !== null && (
        <Panel title={say('standing.title')}>
          <StandingItems view={view} />
        </Panel>
      )}
      {(ruleOf(rules, 'preparation')?.shows.length ?? 0) > 0 && (
        <Panel title={say('prepareWith.title')}>
          <PrepareWith view={view} />
        </Panel>
      )}
    </>
  );
}
