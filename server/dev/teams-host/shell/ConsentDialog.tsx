import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';

/** The question Entra would ask before an app may act for a person. */
export function ConsentDialog(props: {
  readonly appName: string;
  readonly answer: (agreed: boolean) => void;
}): React.JSX.Element {
  return (
    <Dialog
      modalType="alert"
      open
      onOpenChange={() => {
        props.answer(false);
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.appName} asks for permission</DialogTitle>
          <DialogContent>
            It wants to sign you in and to act for you in your calendar and mail, as far as you could yourself. This is
            the question the real sign-in would ask; here nothing leaves this computer.
          </DialogContent>
          <DialogActions>
            <Button
              onClick={() => {
                props.answer(false);
              }}
            >
              Cancel
            </Button>
            <Button
              appearance="primary"
              onClick={() => {
                props.answer(true);
              }}
            >
              Accept
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
