import {
  Button,
  Divider,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  mergeClasses,
  ToggleButton,
} from '@fluentui/react-components';
import type { ButtonProps } from '@fluentui/react-components';
import {
  CallEnd20Filled,
  Chat20Regular,
  HandRight20Filled,
  HandRight20Regular,
  Mic20Regular,
  MicOff20Regular,
  MoreHorizontal20Regular,
  PanelRight20Filled,
  PanelRight20Regular,
  People20Regular,
  ShareScreenStart20Regular,
  Video20Regular,
  VideoOff20Regular,
} from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { useMeetingStyles } from './MeetingPage.styles.ts';

interface MeetingToolbarProps {
  readonly subject: string;
  /** Whether the app is in this meeting's chat; without it there is no panel to open. */
  readonly hasApp: boolean;
  readonly isPanelOpen: boolean;
  readonly togglePanel: () => void;
  readonly openChat: (() => void) | undefined;
  readonly leave: () => void;
}

/** What one can do in the meeting. Camera, microphone and sharing are only shown: nothing is recorded or sent here. */
export function MeetingToolbar(props: MeetingToolbarProps): React.JSX.Element {
  const styles = useMeetingStyles();
  const { say, app } = useHost();
  const [isHandUp, setHandUp] = useState(false);
  const [isMuted, setMuted] = useState(false);
  const [isCameraOn, setCameraOn] = useState(false);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Meeting">
      <div className={styles.title}>
        <Text weight="semibold" size={300}>
          {props.subject}
        </Text>
        <Elapsed />
      </div>
      <Tool icon={<Chat20Regular />} disabled={props.openChat === undefined} onClick={props.openChat}>
        Chat
      </Tool>
      <Tool
        isSpare
        icon={<People20Regular />}
        onClick={() => {
          say('Everybody here is on the stage');
        }}
      >
        People
      </Tool>
      <ToggleButton
        className={mergeClasses(styles.tool, styles.spare)}
        appearance="subtle"
        checked={isHandUp}
        icon={isHandUp ? <HandRight20Filled /> : <HandRight20Regular />}
        onClick={() => {
          setHandUp(!isHandUp);
        }}
      >
        Raise
      </ToggleButton>
      {props.hasApp && (
        <ToggleButton
          className={styles.tool}
          appearance={props.isPanelOpen ? 'outline' : 'subtle'}
          checked={props.isPanelOpen}
          icon={props.isPanelOpen ? <PanelRight20Filled /> : <PanelRight20Regular />}
          onClick={props.togglePanel}
        >
          {app.name}
        </ToggleButton>
      )}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.tool} appearance="subtle" icon={<MoreHorizontal20Regular />}>
            More
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {props.hasApp ? (
              <MenuItem onClick={props.togglePanel}>
                {props.isPanelOpen ? `Close ${app.name}` : `Open ${app.name}`}
              </MenuItem>
            ) : (
              <MenuItem disabled>{app.name} is not in this meeting’s chat</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Divider vertical className={styles.divider} />
      <Tool
        isSpare
        icon={isCameraOn ? <Video20Regular /> : <VideoOff20Regular />}
        onClick={() => {
          setCameraOn(!isCameraOn);
        }}
        label={isCameraOn ? 'Camera, on' : 'Camera, off'}
      >
        Camera
      </Tool>
      <Tool
        isSpare
        icon={isMuted ? <MicOff20Regular /> : <Mic20Regular />}
        onClick={() => {
          setMuted(!isMuted);
        }}
        label={isMuted ? 'Mic, off' : 'Mic, on'}
      >
        Mic
      </Tool>
      <Tool
        isSpare
        icon={<ShareScreenStart20Regular />}
        onClick={() => {
          say('There is nothing to share in a meeting for trying out');
        }}
      >
        Share
      </Tool>
      <Button className={styles.leave} icon={<CallEnd20Filled />} onClick={props.leave}>
        Leave
      </Button>
    </div>
  );
}

function Tool(props: {
  icon: Exclude<ButtonProps['icon'], undefined>;
  disabled?: boolean;
  onClick: (() => void) | undefined;
  children: string;
  label?: string;
  /** Only there to look right; leaves when it gets narrow. */
  isSpare?: boolean;
}): React.JSX.Element {
  const styles = useMeetingStyles();
  return (
    <Button
      className={mergeClasses(styles.tool, props.isSpare === true && styles.spare)}
      appearance="subtle"
      icon={props.icon}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
      aria-label={props.label}
    >
      {props.children}
    </Button>
  );
}

function Elapsed(): React.JSX.Element {
  const styles = useMeetingStyles();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const began = Date.now();
    const timer = setInterval(() => {
      setSeconds(Math.floor((Date.now() - began) / 1000));
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    <Text size={200} className={styles.elapsed}>
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </Text>
  );
}
