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
  EmojiSmileSlight20Regular,
  HandRight20Filled,
  HandRight20Regular,
  Mic20Regular,
  MicOff20Regular,
  MoreHorizontal20Regular,
  PanelRight20Regular,
  People20Regular,
  ShareScreenStart20Regular,
  Video20Regular,
  VideoOff20Regular,
} from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { useMeetingStyles } from './MeetingPage.styles.ts';
import { reactionSigns } from './meeting-signals.ts';
import type { MeetingSignals, Reaction } from './meeting-signals.ts';

interface MeetingToolbarProps {
  readonly subject: string;
  /** Whether the app is in this meeting's chat; without it there is no panel to open. */
  readonly hasApp: boolean;
  /** What lies beside the stage. */
  readonly open: 'app' | 'chat' | 'people' | undefined;
  readonly show: (what: 'app' | 'chat' | 'people') => void;
  readonly canChat: boolean;
  readonly signals: MeetingSignals;
  readonly signal: (change: Partial<MeetingSignals>) => void;
  readonly leave: () => void;
}

/** What one can do in the meeting. Camera, microphone and sharing are only shown: nothing is recorded or sent here. */
export function MeetingToolbar(props: MeetingToolbarProps): React.JSX.Element {
  const styles = useMeetingStyles();
  const { say, app } = useHost();
  const { isHandUp, isMuted } = props.signals;
  const [isCameraOn, setCameraOn] = useState(false);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Meeting">
      <div className={styles.title}>
        <Text weight="semibold" size={300}>
          {props.subject}
        </Text>
        <Elapsed />
      </div>
      <Side what="chat" icon={<Chat20Regular />} isOff={!props.canChat} {...props}>
        Chat
      </Side>
      <Side what="people" icon={<People20Regular />} isSpare {...props}>
        People
      </Side>
      <ToggleButton
        className={mergeClasses(styles.tool, styles.spare)}
        appearance="subtle"
        checked={isHandUp}
        icon={isHandUp ? <HandRight20Filled /> : <HandRight20Regular />}
        onClick={() => {
          props.signal({ isHandUp: !isHandUp });
        }}
      >
        Raise
      </ToggleButton>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            className={mergeClasses(styles.tool, styles.spare)}
            appearance="subtle"
            icon={<EmojiSmileSlight20Regular />}
          >
            React
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {Object.entries(reactionSigns).map(([reaction, sign]) => (
              <MenuItem
                key={reaction}
                icon={<span aria-hidden>{sign}</span>}
                onClick={() => {
                  props.signal({ reaction: reaction as Reaction });
                  setTimeout(() => {
                    props.signal({ reaction: undefined });
                  }, 3000);
                }}
              >
                {reactionWords[reaction as Reaction]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {props.hasApp && (
        <Side what="app" icon={<PanelRight20Regular />} {...props}>
          {app.name}
        </Side>
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
              <MenuItem
                onClick={() => {
                  props.show('app');
                }}
              >
                {props.open === 'app' ? `Close ${app.name}` : `Open ${app.name}`}
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
          props.signal({ isMuted: !isMuted });
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

const reactionWords: Record<Reaction, string> = {
  like: 'Like',
  heart: 'Heart',
  applause: 'Applause',
  laugh: 'Laugh',
  surprised: 'Surprised',
};

function Side(props: {
  what: 'app' | 'chat' | 'people';
  icon: React.JSX.Element;
  open: 'app' | 'chat' | 'people' | undefined;
  show: (what: 'app' | 'chat' | 'people') => void;
  children: string;
  isOff?: boolean;
  isSpare?: boolean;
}): React.JSX.Element {
  const styles = useMeetingStyles();
  const isOpen = props.open === props.what;
  return (
    <ToggleButton
      className={mergeClasses(styles.tool, props.isSpare === true && styles.spare)}
      appearance={isOpen ? 'outline' : 'subtle'}
      checked={isOpen}
      icon={props.icon}
      disabled={props.isOff ?? false}
      onClick={() => {
        props.show(props.what);
      }}
    >
      {props.children}
    </ToggleButton>
  );
}

function Tool(props: {
  icon: Exclude<ButtonProps['icon'], undefined>;
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
