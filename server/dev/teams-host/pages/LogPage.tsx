import {
  Badge,
  Button,
  Card,
  Dropdown,
  Option,
  SearchBox,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  Title3,
  mergeClasses,
} from '@fluentui/react-components';
import {
  ArrowDownLeft16Regular,
  ArrowUpRight16Regular,
  Copy20Regular,
  Delete20Regular,
  ErrorCircle16Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { clearLog, logAsJson, messagesAbout, useMessageLog } from '../control/message-log.ts';
import { HostChoices } from '../shell/HostChoices.tsx';
import { usePageStyles } from './Page.styles.ts';
import { useTableStyles } from './Table.styles.ts';

/** Every message between the app and this host, newest first, and the switches that change the answers. */
export function LogPage(): React.JSX.Element {
  const page = usePageStyles();
  const styles = useTableStyles();
  const log = useMessageLog();
  const unknown = log.filter((message) => !message.known).length;
  const { say } = useHost();
  const [words, setWords] = useState('');
  const [frame, setFrame] = useState('');
  const [onlyUnknown, setOnlyUnknown] = useState(false);
  const frames = [...new Set(log.map((message) => message.frame))];
  const shown = messagesAbout(log, { words, frame, onlyUnknown });
  const copy = (): void => {
    navigator.clipboard.writeText(logAsJson(shown)).then(
      () => {
        say('Copied', `${String(shown.length)} messages as JSON`);
      },
      (problem: unknown) => {
        say('Not copied', String(problem));
      },
    );
  };
  return (
    <>
      <div className={page.head}>
        <Title3 as="h1" className={page.title}>
          Messages with the app
        </Title3>
        {unknown > 0 && (
          <Badge appearance="tint" color="danger" icon={<ErrorCircle16Regular />}>
            {unknown} not supported
          </Badge>
        )}
        <div className={page.gap} />
        <Button
          appearance="subtle"
          className={page.iconOnly}
          aria-label="Copy as JSON"
          icon={<Copy20Regular />}
          onClick={copy}
          disabled={shown.length === 0}
        >
          <span className={page.wideWords}>Copy as JSON</span>
        </Button>
        <Button
          appearance="subtle"
          className={page.iconOnly}
          aria-label="Empty the log"
          icon={<Delete20Regular />}
          onClick={clearLog}
        >
          <span className={page.wideWords}>Empty the log</span>
        </Button>
      </div>
      <div className={styles.split}>
        <div className={styles.wide}>
          <div className={styles.asked}>
            <SearchBox
              aria-label="Find in the log"
              placeholder="Function or words"
              value={words}
              onChange={(_event, { value }) => {
                setWords(value);
              }}
            />
            <Dropdown
              aria-label="Frame"
              value={frame === '' ? 'Every frame' : frame.replace('Duologue, ', '')}
              selectedOptions={[frame]}
              onOptionSelect={(_event, { optionValue }) => {
                setFrame(optionValue ?? '');
              }}
            >
              <Option value="">Every frame</Option>
              {frames.map((one) => (
                <Option key={one} value={one}>
                  {one.replace('Duologue, ', '')}
                </Option>
              ))}
            </Dropdown>
            <Switch
              label="Only what is not supported"
              checked={onlyUnknown}
              onChange={(_event, { checked }) => {
                setOnlyUnknown(checked);
              }}
            />
          </div>
          {log.length === 0 && (
            <Text className={page.empty}>
              Open Duologue, a meeting or an appointment: what they and the host say to each other is written here.
            </Text>
          )}
          {log.length > 0 && shown.length === 0 && <Text className={page.empty}>Nothing of that kind was said.</Text>}
          {shown.length > 0 && (
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
                {shown.toReversed().map((message) => (
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
                        <Badge
                          appearance="tint"
                          color="danger"
                          size="small"
                          icon={<ErrorCircle16Regular />}
                          className={styles.mark}
                        >
                          not supported
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
        <Card className={mergeClasses(styles.side, styles.last)} appearance="outline">
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
