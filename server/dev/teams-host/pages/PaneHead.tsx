import { Button, Text } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useHost } from '../control/host-context.ts';
import { useAppointmentStyles } from './AppointmentPage.styles.ts';

/** Outlook's head above an app's pane. */
export function PaneHead(props: { readonly close: () => void }): React.JSX.Element {
  const styles = useAppointmentStyles();
  const { app } = useHost();
  return (
    <div className={styles.paneHead}>
      <Text weight="semibold">{app.name}</Text>
      <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label={`Close ${app.name}`} onClick={props.close} />
    </div>
  );
}
