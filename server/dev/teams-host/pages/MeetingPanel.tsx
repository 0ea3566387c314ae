import { Button, Text } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef } from 'react';
import { useHost } from '../control/host-context.ts';
import type { FrameLine } from '../frames/connect-frame.ts';
import { TeamsFrame } from '../frames/TeamsFrame.tsx';
import { hostEvent } from '../protocol/envelope.ts';
import type { MeetingDetails } from '../protocol/meeting.ts';
import type { Surface } from '../protocol/surface.ts';
import { useMeetingStyles } from './MeetingPage.styles.ts';
import { signalEvents } from './meeting-signals.ts';
import type { MeetingSignals } from './meeting-signals.ts';

interface MeetingPanelProps {
  readonly chatId: string;
  readonly meetingId: string;
  readonly meetingDetails: () => Promise<MeetingDetails>;
  readonly signals: MeetingSignals;
  readonly close: () => void;
}

/** The app's side panel: 320 wide, of which 280 are the app's. It hears of raised hands and reactions where it listens. */
export function MeetingPanel(props: MeetingPanelProps): React.JSX.Element {
  const { chatId, meetingId, signals } = props;
  const styles = useMeetingStyles();
  const { app } = useHost();
  const line = useRef<FrameLine>(null);
  const told = useRef(signals);
  useEffect(() => {
    for (const [name, value] of signalEvents(told.current, signals)) {
      if (line.current?.hears(name) === true) line.current.send(hostEvent(name, value));
    }
    told.current = signals;
  }, [signals]);
  const surface = useMemo<Surface>(
    () => ({ frameContext: 'sidePanel', pageId: 'meeting', chatId, meetingId }),
    [chatId, meetingId],
  );
  return (
    <MeetingSide name={app.name} label={`${app.name}, side panel`} close={props.close}>
      <TeamsFrame
        surface={surface}
        name="Duologue, side panel"
        meetingDetails={props.meetingDetails}
        className={styles.panelFrame}
        line={line}
      />
    </MeetingSide>
  );
}

/** What lies beside the stage, with its head. */
export function MeetingSide(props: {
  readonly name: string;
  readonly label: string;
  readonly close: () => void;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const styles = useMeetingStyles();
  return (
    <aside className={styles.panel} aria-label={props.label}>
      <div className={styles.panelHead}>
        <Text weight="semibold">{props.name}</Text>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={`Close ${props.name}`}
          onClick={props.close}
        />
      </div>
      {props.children}
    </aside>
  );
}
