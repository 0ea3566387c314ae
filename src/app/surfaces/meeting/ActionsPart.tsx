import type { MeetingResponse } from '#contract/meetings.ts';
import { ActionList } from '../../features/actions/ActionList.tsx';
import { LastActions } from '../../features/actions/LastActions.tsx';
import { useNow } from '../../api/server-clock.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';

interface ActionsPartProps {
  readonly view: MeetingResponse;
}

/** Everything agreed between the two that is on the table: from before, and from this meeting. */
export function ActionsPart({ view }: ActionsPartProps) {
  const now = useNow();
  return (
    <>
      <Panel title={say('actions.lastTime')} count={view.lastActions.length}>
        <LastActions view={view} now={now} />
      </Panel>
      {view.newActions.length > 0 && (
        <Panel title={say('actions.agreedHere')} count={view.newActions.length}>
          <ActionList
            actions={view.newActions}
            people={[view.me, view.other]}
            meetingId={view.meeting.id}
            none={say('actions.nothingYet')}
          />
        </Panel>
      )}
    </>
  );
}
