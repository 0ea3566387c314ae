import { Button, Text } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { useHost } from '../control/host-context.ts';
import { TeamsFrame } from '../frames/TeamsFrame.tsx';
import type { MeetingDetails } from '../protocol/meeting.ts';
import type { Surface } from '../protocol/surface.ts';
import { useMeetingStyles } from './MeetingPage.styles.ts';

interface MeetingPanelProps {
  readonly chatId: string;
  readonly meetingId: string;
  readonly meetingDetails: () => Promise<MeetingDetails>;
  readonly close: () => void;
}

/** The side panel: 320 wide, of which 280 are the app's. */
export function MeetingPanel(props: MeetingPanelProps): React.JSX.Element {
  const { chatId, meetingId } = props;
  const styles = useMeetingStyles();
  const { app } = useHost();
  const surface = useMemo<Surface>(
    () => ({ frameContext: 'sidePanel', pageId: 'meeting', chatId, meetingId }),
    [chatId, meetingId],
  );
  return (
    <aside className={styles.panel} aria-label={`${app.name}, side panel`}>
      <div className={styles.panelHead}>
        <Text weight="semibold">{app.name}</Text>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={`Close ${app.name}`}
          onClick={props.close}
        />
      </div>
      <TeamsFrame
        surface={surface}
        name="Duologue, side panel"
        meetingDetails={props.meetingDetails}
        className={styles.panelFrame}
      />
    </aside>
  );
}
