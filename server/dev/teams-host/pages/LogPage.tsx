import {
  Badge,
  Button,
  Card,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  Title3,
} from '@fluentui/react-components';
import { ArrowDownLeft16Regular, ArrowUpRight16Regular, Delete20Regular } from '@fluentui/react-icons';
import { clearLog, useMessageLog } from '../control/message-log.ts';
import { HostChoices } from '../shell/HostChoices.tsx';
import { usePageStyles } from './Page.styles.ts';
import { useTableStyles } from './Table.styles.ts';

/** Every message between the app and this host, newest first, and the switches that change the answers. */
export function LogPage(): React.JSX.Element {
  const page = usePageStyles();
  const styles = useTableStyles();
  const log = useMessageLog();
  const unknown = log.filter((message) => !message.known).length;
  return (
    <>
      <div className={page.head}>
        <Title3 as="h1">Messages with the app</Title3>
        {unknown > 0 && (
          <Badge appearance="tint" color="warning">
            {unknown} not known here
          </Badge>
        )}
        <div className={page.gap} />
        <Button appearance="subtle" icon={<Delete20Regular />} onClick={clearLog}>
          Empty the log
        </Button>
      </div>
      <div className={styles.split}>
        <div className={styles.wide}>
          {log.length === 0 && (
            <Text className={page.empty}>
              Open Duologue, a meeting or an appointment: what they and the host say to each other is written here.
            </Text>
          )}
          {log.length > 0 && (
            <Table size="extra-small" aria-label="Messages">
              <TableHeader>
                <TableRow>
                  <TableHeaderCell className={styles.time}>At</TableHeaderCell>
                  <TableHeaderCell className={styles.from}>From</TableHeaderCell>
                  <TableHeaderCell className={styles.frame}>Frame</TableHeaderCell>
                  <TableHeaderCell className={styles.func}>Function</TableHeaderCell>
                  <TableHeaderCell>With</TableHeaderCell>
                </TableRow>
              </TableHeader>
              <TableBody>
                {log.toReversed().map((message) => (
                  <TableRow key={message.number} className={message.known ? undefined : styles.unknown}>
                    <TableCell>{new Date(message.at).toLocaleTimeString('en-GB')}</TableCell>
                    <TableCell>
                      {message.from === 'app' ? (
                        <ArrowUpRight16Regular aria-hidden />
                      ) : (
                        <ArrowDownLeft16Regular aria-hidden />
                      )}{' '}
                      {message.from}
                    </TableCell>
                    <TableCell>{message.frame.replace('Duologue, ', '')}</TableCell>
                    <TableCell className={styles.break}>
                      {message.func}
                      {!message.known && (
                        <Badge appearance="tint" color="warning" size="small" className={styles.mark}>
                          not known
                        </Badge>
                      )}
                    </TableCell>
                    <TableCell className={styles.code}>
                      <ShortText text={message.text} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
        </div>
        <Card className={styles.side} appearance="outline">
          <HostChoices />
        </Card>
      </div>
    </>
  );
}

const shownLetters = 90;

function ShortText(props: { text: string }): React.JSX.Element {
  const { text } = props;
  if (text.length <= shownLetters) return <>{text}</>;
  return (
    <details>
      <summary>{text.slice(0, shownLetters)}…</summary>
      {text.slice(shownLetters)}
    </details>
  );
}
