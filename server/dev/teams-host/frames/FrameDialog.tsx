import { Button, Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { DialogEnd, DialogRequest } from '../protocol/host-services.ts';
import type { Surface } from '../protocol/surface.ts';
import { connectFrame } from './connect-frame.ts';
import type { FrameLine } from './connect-frame.ts';
import { frameHost } from './frame-host.ts';

interface FrameDialogProps {
  readonly request: DialogRequest;
  readonly surface: Surface;
  readonly end: (end: DialogEnd) => void;
  readonly line: React.RefObject<FrameLine | null>;
  readonly tellParent: (message: unknown) => void;
}

/** A dialog the app opened: a second frame of the app, over everything. */
export function FrameDialog(props: FrameDialogProps): React.JSX.Element {
  const [size, setSize] = useState({ width: props.request.width, height: props.request.height });
  return (
    <Dialog
      open
      onOpenChange={() => {
        props.end({ closedByPerson: true });
      }}
    >
      <DialogSurface style={{ maxWidth: 'none', width: size.width + 48 }}>
        <DialogBody>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                aria-label="Close"
                icon={<Dismiss24Regular />}
                onClick={() => {
                  props.end({ closedByPerson: true });
                }}
              />
            }
          >
            {props.request.title}
          </DialogTitle>
          <DialogContent>
            <DialogFrame
              {...props}
              height={size.height}
              resize={(asked) => {
                setSize((now) => ({ width: asked.width ?? now.width, height: asked.height ?? now.height }));
              }}
            />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

interface DialogFrameProps extends FrameDialogProps {
  readonly height: number;
  readonly resize: (size: { width: number | undefined; height: number | undefined }) => void;
}

function DialogFrame(props: DialogFrameProps): React.JSX.Element {
  const host = useHost();
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef({ ...props, host });
  useEffect(() => {
    latest.current = { ...props, host };
  });

  useEffect(() => {
    const element = frame.current;
    const inside = element?.contentWindow;
    if (!element || !inside) return;
    const { surface, request } = latest.current;
    const joined = connectFrame(
      inside,
      new URL(request.url).origin,
      `Dialog: ${request.title}`,
      frameHost({
        surface: () => surface,
        host: () => latest.current.host,
        loadState: () => undefined,
        meetingDetails: async () => undefined,
        openDialog: async () => ({ closedByPerson: true }),
        closeDialog: (result) => {
          latest.current.end({ result });
        },
        resizeDialog: (size) => {
          latest.current.resize(size);
        },
        relayToParent: (message) => {
          latest.current.tellParent(message);
        },
        goBack: () => {
          latest.current.end({ closedByPerson: true });
        },
      }),
    );
    const { line } = latest.current;
    line.current = joined;
    element.src = request.url;
    return () => {
      joined.close();
      line.current = null;
    };
  }, []);

  return (
    <iframe ref={frame} title={props.request.title} style={{ border: 'none', width: '100%', height: props.height }} />
  );
}
