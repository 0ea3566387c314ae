import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';

/** Says plainly what did not work, and offers to try again. */
export function ProblemNotice(props: {
  readonly title: string;
  readonly problem: Error;
  readonly again?: () => void;
}): React.JSX.Element {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{props.title}</MessageBarTitle>
        {props.problem.message}
      </MessageBarBody>
      {props.again !== undefined && (
        <MessageBarActions>
          <Button size="small" onClick={props.again}>
            Try again
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
