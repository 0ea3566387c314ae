import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { say } from '../text/say.ts';
import { useDialogFrameStyles } from './DialogFrame.styles.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import type { ShownDialog } from './use-dialog.ts';
import { useFocusWhenLost } from './use-focus-when-lost.ts';

/** The one thing a dialog is for. */
interface DialogSend {
  readonly words: string;
  readonly isBusy: boolean;
  /** Left out: always. */
  readonly isReady?: boolean;
  readonly onPress: () => void;
}

interface DialogFrameProps {
  readonly dialog: ShownDialog;
  readonly title: string;
  /** Why it did not go through. */
  readonly error: Error | null;
  /** What more there is to say of an error, right below it. */
  readonly aboutError?: ReactNode;
  readonly children: ReactNode;
  /** What will happen, last and small. */
  readonly says?: ReactNode;
  /** Words of the button that leaves everything as it is. */
  readonly leave?: string;
  /** Steps beside the main one. */
  readonly others?: ReactNode;
  /** Null: there is nothing to send, only to close. */
  readonly send: DialogSend | null;
}

/** The frame of a dialog that asks for one thing and sends it: title, error, what is asked, what will happen, buttons. Shown while mounted. */
export function DialogFrame({
  dialog,
  title,
  error,
  aboutError,
  children,
  says,
  leave,
  others,
  send,
}: DialogFrameProps) {
  const styles = useDialogFrameStyles();
  // A button that has done its work may be gone; the keyboard stays in the dialog.
  const content = useFocusWhenLost<HTMLDivElement>(children);
  return (
    <Dialog
      open={dialog.isOpen}
      onOpenChange={(_, { open }) => {
        if (!open) dialog.close();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <div ref={content} tabIndex={-1} className={styles.content}>
              {error !== null && <ErrorNotice error={error} />}
              {error !== null && aboutError}
              {children}
              {says !== undefined && (
                <p className={styles.says} role="status">
                  {says}
                </p>
              )}
            </div>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={dialog.close}>{leave ?? say('general.cancel')}</Button>
            {others}
            {send !== null && (
              <Button
                appearance="primary"
                disabledFocusable={send.isBusy || send.isReady === false}
                onClick={send.onPress}
              >
                {send.words}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
