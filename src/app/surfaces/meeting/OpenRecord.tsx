import { useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { useNow } from '../../api/server-clock.ts';
import { LastActions } from '../../features/actions/LastActions.tsx';
import { CloseFoot } from '../../features/coverage/CloseFoot.tsx';
import { CoverageList } from '../../features/coverage/CoverageList.tsx';
import { SummaryPreview } from '../../features/coverage/SummaryPreview.tsx';
import type { MeetingScreen } from '../../features/meeting/use-meeting.ts';
import { MeetingObjectives } from '../../features/objectives/MeetingObjectives.tsx';
import { CaptureBox } from '../../features/record/CaptureBox.tsx';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { firstItem, placeOf, type CapturePlace } from './capture-place.ts';
import { useOpenRecordStyles } from './OpenRecord.styles.ts';
import { PanelRecord } from './PanelRecord.tsx';

interface OpenRecordProps {
  readonly screen: MeetingScreen;
  readonly view: MeetingResponse;
}

/** A meeting under way on a wide page: the record with its capture box, and beside it last time's actions and closing. */
export function OpenRecord({ screen, view }: OpenRecordProps) {
  const styles = useOpenRecordStyles();
  const now = useNow();
  const [place, setPlace] = useState<CapturePlace>(() => firstItem(view));
  const { about, ...under } = placeOf(view, place);
  return (
    <div className={styles.columns}>
      <Panel title={say('record.title')} className={styles.record}>
        <PanelRecord
          view={view}
          now={now}
          waiting={screen.waiting}
          place={place}
          onPlace={setPlace}
          onLastActions={() => {
            document.getElementById('last-actions')?.scrollIntoView();
          }}
        />
        <CaptureBox view={view} now={now} place={under} about={about} />
      </Panel>
      <div className={styles.side}>
        <div id="last-actions">
          <Panel title={say('actions.lastTime')} count={view.lastActions.length}>
            <LastActions view={view} now={now} />
            <MeetingObjectives pairId={view.meeting.pairId} />
          </Panel>
        </div>
        <Panel title={say('panel.close')}>
          <CoverageList
            view={view}
            now={now}
            onAddLine={(topicId) => {
              setPlace({ itemId: null, topicId });
            }}
          />
          <SummaryPreview view={view} now={now} />
          <CloseFoot view={view} isSending={screen.isSending} />
        </Panel>
      </div>
    </div>
  );
}
