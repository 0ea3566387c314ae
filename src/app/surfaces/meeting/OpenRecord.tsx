import { Suspense, useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { useNow } from '../../api/server-clock.ts';
import { ActionLine } from '../../features/actions/ActionLine.tsx';
import { LastActions } from '../../features/actions/LastActions.tsx';
import { CloseFoot } from '../../features/coverage/CloseFoot.tsx';
import { CoverageList } from '../../features/coverage/CoverageList.tsx';
import { SummaryPreview } from '../../features/coverage/SummaryPreview.tsx';
import { EmptyHeadings } from '../../features/form/EmptyHeadings.tsx';
import { HeadingChoice } from '../../features/form/HeadingChoice.tsx';
import { useForm } from '../../features/form/use-form.ts';
import type { MeetingScreen } from '../../features/meeting/use-meeting.ts';
import { MeetingObjectives } from '../../features/objectives/MeetingObjectives.tsx';
import { CaptureBox } from '../../features/record/CaptureBox.tsx';
import { say } from '../../text/say.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Panel } from '../../ui/Panel.tsx';
import { firstItem, placeOf, type CapturePlace } from './capture-place.ts';
import { useOpenRecordStyles } from './OpenRecord.styles.ts';
import { PanelRecord } from './PanelRecord.tsx';
import { RecordForm } from './RecordForm.tsx';

const UndoneItems = lazyPart(async () => (await import('../../features/agenda/UndoneItems.tsx')).UndoneItems);

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
      <div className={styles.side}>
        <Panel title={say('record.title')} className={styles.record}>
          <PanelRecord
            view={view}
            now={now}
            waiting={screen.waiting}
            place={place}
            onPlace={setPlace}
            isWide
            onLastActions={() => {
              document.getElementById('last-actions')?.scrollIntoView();
            }}
          />
          <HeadingChoice
            view={view}
            sectionId={under.sectionId ?? null}
            onSection={(sectionId) => {
              setPlace({ ...place, sectionId });
            }}
          />
          <CaptureBox view={view} now={now} place={under} about={about} />
        </Panel>
        <OpenForm view={view} now={now} />
      </div>
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
          <EmptyHeadings view={view} />
          <Suspense fallback={null}>
            <UndoneItems
              view={view}
              onAddLine={(itemId) => {
                setPlace({ itemId, topicId: null });
              }}
            />
          </Suspense>
          <SummaryPreview view={view} now={now} />
          <CloseFoot view={view} isSending={screen.isSending} />
        </Panel>
      </div>
    </div>
  );
}

interface OpenFormProps {
  readonly view: MeetingResponse;
  readonly now: string;
}

/** The form as it fills, below what is being written. */
function OpenForm({ view, now }: OpenFormProps) {
  const form = useForm(view);
  if (form === null) return null;
  return (
    <Panel title={form.rule.title}>
      <RecordForm
        view={view}
        now={now}
        renderAction={(action) => (
          <ActionLine action={action} people={[view.me, view.other]} showOwner meetingId={view.meeting.id} />
        )}
      >
        {null}
      </RecordForm>
    </Panel>
  );
}
