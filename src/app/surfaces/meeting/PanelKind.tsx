import type { MeetingResponse } from '#contract/meetings.ts';
import { meetingKindWords } from '../../ui/meeting-kind-words.ts';
import { useMeetingPanelStyles } from '../MeetingPanel.styles.ts';

/** What kind of meeting this is, in the side panel, where it is no one-to-one. */
export function PanelKind({ meeting }: Pick<MeetingResponse, 'meeting'>) {
  const styles = useMeetingPanelStyles();
  return <p className={styles.quiet}>{meetingKindWords(meeting)}</p>;
}
