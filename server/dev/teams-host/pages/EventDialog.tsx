import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { followed } from '../control/queries.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { useFocusBack } from './use-focus-back.ts';

const nowrap = { whiteSpace: 'nowrap' } as const;

/** A question about an appointment, and the change it makes; what was typed stays when the change fails, and the focus goes back to where it came from. */
export function EventDialog(props: {
  readonly title: string;
  readonly verb: string;
  readonly canGo?: boolean;
  /** Room for a whole form. */
  readonly wide?: boolean;
  readonly change: () => Promise<void>;
  readonly done: () => void;
  readonly close: () => void;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  useFocusBack();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: props.change,
    onSuccess: () => {
      props.close();
      props.done();
      // After the page has moved on: what was cancelled is no longer there to be read.
      setTimeout(() => void client.invalidateQueries({ queryKey: [followed] }), 0);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={() => {
        props.close();
      }}
    >
      <DialogSurface style={{ maxWidth: props.wide === true ? 620 : 480 }}>
        <form
          onSubmit={(submit) => {
            submit.preventDefault();
            change.mutate();
          }}
        >
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent style={{ display: 'grid', gap: 16, paddingBlock: 8 }}>
              {change.error && <ProblemNotice title="That did not work; nothing was changed" problem={change.error} />}
              {props.children}
            </DialogContent>
            <DialogActions>
              <Button style={nowrap} onClick={props.close}>
                Back
              </Button>
              <Button
                style={nowrap}
                type="submit"
                appearance="primary"
                disabled={change.isPending || props.canGo === false}
              >
                {props.verb}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
