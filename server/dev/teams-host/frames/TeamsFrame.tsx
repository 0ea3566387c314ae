import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  mergeClasses,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { useSettings } from '../control/settings.ts';
import type { DialogEnd, DialogRequest, LoadState } from '../protocol/host-services.ts';
import { hostEvent } from '../protocol/envelope.ts';
import type { MeetingDetails } from '../protocol/meeting.ts';
import type { Surface } from '../protocol/surface.ts';
import { connectFrame } from './connect-frame.ts';
import type { FrameLine } from './connect-frame.ts';
import { frameHost, tabAddress } from './frame-host.ts';
import type { TabSetUp } from './frame-parts.ts';
import { FrameDialog } from './FrameDialog.tsx';
import { useTeamsFrameStyles } from './TeamsFrame.styles.ts';

const patienceMs = 20_000;

/**
 * One place in Teams that shows the app: its frame, the wait until it says it is there, and what it says when it cannot start. Give
 * it another key to load the app afresh.
 */
export function TeamsFrame(props: {
  readonly surface: Surface;
  /** What the frame is, for those who hear it and for the log. */
  readonly name: string;
  readonly meetingDetails?: () => Promise<MeetingDetails | undefined>;
  readonly className?: string;
  /** Another page of the app than the one its tabs show. */
  readonly address?: string | undefined;
  /** Where the page sets up a tab. */
  readonly tab?: TabSetUp;
  /** Given the line to the frame while there is one. */
  readonly line?: React.RefObject<FrameLine | null>;
  /** True while the person is elsewhere. An app that wants to be kept says so; any other is forgotten. */
  readonly isAway?: boolean;
  readonly forget?: () => void;
}): React.JSX.Element {
  const { surface, name, className } = props;
  const styles = useTeamsFrameStyles();
  const host = useHost();
  const frame = useRef<HTMLIFrameElement>(null);
  const line = useRef<FrameLine>(null);
  const [load, setLoad] = useState<LoadState | { state: 'silent' }>({ state: 'starting' });
  const [attempt, setAttempt] = useState(0);
  const [dialog, setDialog] = useState<{ request: DialogRequest; end: (end: DialogEnd) => void }>();
  const dialogLine = useRef<FrameLine>(null);
  const latest = useRef({ ...props, host });
  useEffect(() => {
    latest.current = { ...props, host };
  });

  useEffect(() => {
    const element = frame.current;
    const inside = element?.contentWindow;
    if (!element || !inside) return;
    const { app } = latest.current.host;
    const joined = connectFrame(
      inside,
      app.appOrigin,
      name,
      frameHost({
        surface: () => latest.current.surface,
        host: () => latest.current.host,
        loadState: setLoad,
        meetingDetails: async () => latest.current.meetingDetails?.(),
        openDialog: (request) =>
          new Promise((resolve) => {
            // Teams lets a dialog show pages of the app's own domains only.
            if (URL.parse(request.url)?.origin !== app.appOrigin) resolve({ closedByPerson: true });
            else
              setDialog({
                request,
                end: (end) => {
                  setDialog(undefined);
                  resolve(end);
                },
              });
          }),
        relayToDialog: (message) => dialogLine.current?.send(hostEvent('messageForChild', message)),
        ...(latest.current.tab === undefined ? {} : { tab: latest.current.tab }),
        goBack: () => {
          history.back();
        },
      }),
    );
    line.current = joined;
    const given = latest.current.line;
    if (given !== undefined) given.current = joined;
    element.src = latest.current.address ?? tabAddress(latest.current.host);
    const timer = setTimeout(() => {
      setLoad((now) => (now.state === 'starting' ? { state: 'silent' } : now));
    }, patienceMs);
    return () => {
      clearTimeout(timer);
      if (given !== undefined) given.current = null;
      if (joined.hears('beforeUnload')) joined.send(hostEvent('beforeUnload'));
      joined.close();
    };
  }, [attempt, name]);

  const isAway = props.isAway === true;
  const wasAway = useRef(isAway);
  useEffect(() => {
    const joined = line.current;
    if (wasAway.current === isAway || joined === null) return;
    wasAway.current = isAway;
    const { pageId } = latest.current.surface;
    if (!isAway) joined.send(hostEvent('load', { entityId: pageId, contentUrl: tabAddress(latest.current.host) }));
    else if (joined.hears('load') && joined.hears('beforeUnload')) joined.send(hostEvent('beforeUnload'));
    else latest.current.forget?.();
  }, [isAway]);

  const again = (): void => {
    setLoad({ state: 'starting' });
    setAttempt((count) => count + 1);
  };

  return (
    <div className={mergeClasses(styles.place, className)}>
      <LoadNotice load={load} again={again} appOrigin={host.app.appOrigin} />
      <iframe
        key={attempt}
        ref={frame}
        title={name}
        className={styles.frame}
        allow="clipboard-read; clipboard-write; microphone; camera"
      />
      {load.state === 'starting' && (
        <div className={styles.waiting}>
          <Spinner label="Loading Duologue" labelPosition="below" />
        </div>
      )}
      {dialog !== undefined && (
        <FrameDialog
          request={dialog.request}
          surface={{ ...surface, frameContext: 'task' }}
          end={dialog.end}
          line={dialogLine}
          tellParent={(message) => line.current?.send(hostEvent('messageForParent', message))}
        />
      )}
    </div>
  );
}

function LoadNotice(props: {
  load: LoadState | { state: 'silent' };
  again: () => void;
  appOrigin: string;
}): React.JSX.Element | null {
  const { tokenMode } = useSettings();
  if (props.load.state !== 'failed' && props.load.state !== 'silent') return null;
  const said = props.load.state === 'failed';
  return (
    <MessageBar intent={said ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {said ? 'Duologue could not start' : 'Duologue has not said that it is ready'}
        </MessageBarTitle>
        {props.load.state === 'failed'
          ? `${props.load.message} (${props.load.reason})`
          : `Is it running at ${props.appOrigin}? It may still come; nothing is lost.`}
        {tokenMode !== 'ok' && ' Sign-in troubles are switched on, see Settings.'}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={props.again}>
          Try again
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
