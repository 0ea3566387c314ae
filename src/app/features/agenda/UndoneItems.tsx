import { Button } from '@fluentui/react-components';
import type { AgendaItemView } from '#contract/agenda.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { usePairRules } from '../../ui/use-pair-rules.ts';
import { Adjourn } from './Adjourn.tsx';
import { useAgendaRowStyles } from './AgendaRow.styles.ts';

interface UndoneItemsProps {
  readonly view: MeetingResponse;
  readonly onAddLine: (itemId: string) => void;
}

/** Talked about, but neither an action nor a decision came of it (ESS-5). */
function lacksOutcome(view: MeetingResponse, item: AgendaItemView): boolean {
  const hasAction = view.newActions.some(({ itemId }) => itemId === item.id);
  const hasDecision = view.points.some(({ itemId, mark }) => itemId === item.id && mark === 'decision');
  return item.standingId === null && item.state === 'discussed' && !hasAction && !hasDecision;
}

/** Before closing: what was not talked about, to carry or adjourn with a date, and what nothing has been agreed on yet. Never in the way of closing. */
export function UndoneItems({ view, onAddLine }: UndoneItemsProps) {
  const styles = useAgendaRowStyles();
  const rule = ruleOf(usePairRules(view.meeting.pairId), 'agenda');
  if (rule === null || view.meeting.state !== 'open') return null;
  const undone = view.items.filter(({ state, standingId }) => state === 'open' && standingId === null);
  const open = view.items.filter((item) => lacksOutcome(view, item));
  return (
    <>
      {undone.length > 0 && (
        <section aria-label={say('undone.title')}>
          <h2 className={styles.closeTitle}>
            {say('undone.title')} <ClauseLink clause={rule.clause} />
          </h2>
          <ul className={styles.list}>
            {undone.map((item) => (
              <li key={item.id} className={styles.undone}>
                <span className={styles.title}>{item.title}</span>
                <Adjourn view={view} item={item} />
              </li>
            ))}
          </ul>
          <span className={styles.detail}>
            {view.nextMeeting === null ? say('undone.waits') : say('undone.carries')}
          </span>
        </section>
      )}
      {open.length > 0 && (
        <section aria-label={say('undone.noOutcome')}>
          <h2 className={styles.closeTitle}>
            {say('undone.noOutcome')} <ClauseLink clause={rule.clause} />
          </h2>
          <ul className={styles.list}>
            {open.map((item) => (
              <li key={item.id} className={styles.undone}>
                <span className={styles.title}>{item.title}</span>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={say('undone.addOutcome', { title: item.title })}
                  onClick={() => {
                    onAddLine(item.id);
                  }}
                >
                  {say('undone.add')}
                </Button>
              </li>
            ))}
          </ul>
          <span className={styles.detail}>{say('undone.noOutcomeSays')}</span>
        </section>
      )}
    </>
  );
}
