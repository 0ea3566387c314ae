import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import type { PairLine } from '#contract/pairs.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useDialog } from '../../ui/use-dialog.ts';

interface EndSeriesDialogProps {
  readonly pair: PairLine;
  readonly onClose: () => void;
}

/** Ends a series after saying what that does in both calendars. */
export function EndSeriesDialog({ pair, onClose }: EndSeriesDialogProps) {
  const { isOpen, close } = useDialog(onClose);
  const { givenName: name } = pair.other;
  const [reason, setReason] = useKeptDraft(`end ${pair.pairId}`);
  const end = useChange('endSeries');
  const finish = () => {
    const close = () => {
      setReason('');
      close();
    };
    end.mutate({ params: { pairId: pair.pairId }, request: { reason } }, { onSuccess: close });
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(_, { open }) => {
        if (!open) close();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('end.title', { name })}</DialogTitle>
          <DialogContent>
            {end.error !== null && <ErrorNotice error={end.error} />}
            <Body1 block>{say('end.what', { name })}</Body1>
            <Field label={say('end.reason', { name })} required>
              <Textarea
                value={reason}
                maxLength={500}
                onChange={(_, data) => {
                  setReason(data.value);
                }}
              />
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{say('end.keep')}</Button>
            <Button appearance="primary" disabledFocusable={end.isPending || reason.trim() === ''} onClick={finish}>
              {say('end.do')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
