import { Button } from '@fluentui/react-components';
import { CalendarClock16Regular } from '@fluentui/react-icons/svg/calendar-clock';
import { Suspense, useState } from 'react';
import type { AgendaItemView } from '#contract/agenda.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { usePairRules } from '../../ui/use-pair-rules.ts';

const AdjournForm = lazyPart(async () => (await import('./AdjournForm.tsx')).AdjournForm);

interface AdjournProps {
  readonly view: MeetingResponse;
  readonly item: AgendaItemView;
}

/** Lets an item wait, with a date, where the policy wants one for what is adjourned (OD3a-12). */
export function Adjourn({ view, item }: AdjournProps) {
  const [isOpen, setOpen] = useState(false);
  const rule = ruleOf(usePairRules(view.meeting.pairId), 'agenda');
  const canWait = item.standingId === null || item.raisedBy !== null;
  const isGoing = view.meeting.state === 'planned' || view.meeting.state === 'open';
  if (rule?.adjournedGetDate !== true || !canWait || !isGoing) return null;
  if (!isOpen)
    return (
      <Button
        size="small"
        appearance="subtle"
        icon={<CalendarClock16Regular />}
        aria-label={say('adjourn.item', { title: item.title })}
        onClick={() => {
          setOpen(true);
        }}
      >
        {say('adjourn.do')}
      </Button>
    );
  return (
    <Suspense fallback={null}>
      <AdjournForm
        view={view}
        item={item}
        onDone={() => {
          setOpen(false);
        }}
      />
    </Suspense>
  );
}
