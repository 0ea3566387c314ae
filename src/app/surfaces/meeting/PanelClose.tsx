import type { MeetingResponse } from '#contract/meetings.ts';
import { UndoneItems } from '../../features/agenda/UndoneItems.tsx';
import { CloseResult } from '../../features/coverage/CloseResult.tsx';
import { CoverageList } from '../../features/coverage/CoverageList.tsx';
import { EmptyHeadings } from '../../features/form/EmptyHeadings.tsx';
import { SummaryPreview } from '../../features/coverage/SummaryPreview.tsx';
import { say } from '../../text/say.ts';
import { useMeetingPanelStyles } from '../MeetingPanel.styles.ts';

interface PanelCloseProps {
  readonly view: MeetingResponse;
  readonly now: string;
  readonly onAddLine: (topicId: string) => void;
  readonly onItem: (itemId: string) => void;
}

/** Before closing: what came up and what the summary will say. Afterwards: what closing did. */
export function PanelClose({ view, now, onAddLine, onItem }: PanelCloseProps) {
  const styles = useMeetingPanelStyles();
  const { state } = view.meeting;
  if (state === 'closed') {
    return (
      <>
        <CloseResult view={view} now={now} />
        <SummaryPreview view={view} now={now} />
      </>
    );
  }
  return (
    <>
      {state === 'planned' && <p className={styles.quiet}>{say('panel.notStartedClose')}</p>}
      <CoverageList view={view} now={now} onAddLine={onAddLine} />
      <EmptyHeadings view={view} />
      <UndoneItems view={view} onAddLine={onItem} />
      <hr className={styles.rule} />
      <SummaryPreview view={view} now={now} />
    </>
  );
}
