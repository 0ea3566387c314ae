import {
  Button,
  Card,
  Dropdown,
  Field,
  Option,
  Radio,
  RadioGroup,
  SpinButton,
  Spinner,
  Subtitle2,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
} from '@fluentui/react-components';
import { ArrowReset20Regular } from '@fluentui/react-icons';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { useFaultStyles } from './FaultsPage.styles.ts';
import type { LimitsChange, LimitsView } from './use-limits.ts';
import { useLimits } from './use-limits.ts';

const waits: Record<LimitsView['retryAfter'], string> = {
  seconds: 'In seconds',
  date: 'As a date',
  missing: 'Not at all',
};

/** What Microsoft 365 refuses for being too much, how full it is, and how it may be set. */
export function FaultLimits(): React.JSX.Element {
  const styles = useFaultStyles();
  const { limits, change } = useLimits();
  const problem = limits.error ?? change.error;
  return (
    <div className={styles.split}>
      <div className={styles.stack}>
        {problem && <ProblemNotice title="That did not work" problem={problem} />}
        {limits.isPending && <Spinner label="Reading the limits" />}
        {limits.data && <Rates limits={limits.data} change={change.mutate} />}
      </div>
      {limits.data && <Settings limits={limits.data} change={change.mutate} />}
    </div>
  );
}

interface LimitsProps {
  readonly limits: LimitsView;
  readonly change: (asked: LimitsChange) => void;
}

function Rates({ limits, change }: LimitsProps): React.JSX.Element {
  const styles = useFaultStyles();
  const fullest = (rate: string): number => limits.uses.find((one) => one.rate === rate)?.used ?? 0;
  return (
    <section className={styles.group} aria-label="Rates">
      <div className={styles.row}>
        <Subtitle2 as="h2" className={styles.grow}>
          Rates
        </Subtitle2>
        <Button
          appearance="subtle"
          icon={<ArrowReset20Regular />}
          onClick={() => {
            change(null);
          }}
        >
          As Microsoft publishes
        </Button>
      </div>
      <div className={styles.wide}>
        <Table size="small" aria-label="Rates" style={{ minWidth: 640 }}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell>What</TableHeaderCell>
              <TableHeaderCell>Most</TableHeaderCell>
              <TableHeaderCell className={styles.amount}>Fullest now</TableHeaderCell>
              <TableHeaderCell className={styles.amount}>Refused</TableHeaderCell>
              <TableHeaderCell className={styles.amount}>Watched</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            <TableRow>
              <TableCell>Requests at the same time</TableCell>
              <TableCell>
                {limits.concurrency.most} for an {limits.concurrency.reading === 'mailbox' ? 'app and mailbox' : 'app'}
              </TableCell>
              <TableCell className={styles.amount}>{fullest('concurrency')}</TableCell>
              <TableCell className={styles.amount}>{limits.refused['concurrency'] ?? 0}</TableCell>
              <TableCell className={styles.amount}>
                <Watched
                  what="Requests at the same time"
                  isOn={limits.concurrency.on}
                  turn={(on) => {
                    change({ concurrency: { on } });
                  }}
                />
              </TableCell>
            </TableRow>
            {limits.rules.map((rule) => {
              const rate = limits.rates[rule.id];
              return rate === undefined ? null : (
                <TableRow key={rule.id}>
                  <TableCell>{rule.words}</TableCell>
                  <TableCell>
                    {amountWords(rate.most, rule.counts)} in {timeWords(rate.windowMs)}, for an {rule.per}
                  </TableCell>
                  <TableCell className={styles.amount}>{amountWords(fullest(rule.id), rule.counts)}</TableCell>
                  <TableCell className={styles.amount}>{limits.refused[rule.id] ?? 0}</TableCell>
                  <TableCell className={styles.amount}>
                    <Watched
                      what={rule.words}
                      isOn={rate.on}
                      turn={(on) => {
                        change({ rates: { [rule.id]: { on } } });
                      }}
                    />
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}

function Watched(props: { what: string; isOn: boolean; turn: (on: boolean) => void }): React.JSX.Element {
  return (
    <Switch
      aria-label={`Watch: ${props.what}`}
      checked={props.isOn}
      onChange={(_event, { checked }) => {
        props.turn(checked);
      }}
    />
  );
}

function Settings({ limits, change }: LimitsProps): React.JSX.Element {
  const styles = useFaultStyles();
  return (
    <Card appearance="outline">
      <div className={styles.form}>
        <Subtitle2 as="h2">How they are read</Subtitle2>
        <Switch
          label={limits.on ? 'Limits are on' : 'Limits are off'}
          checked={limits.on}
          onChange={(_event, { checked }) => {
            change({ on: checked });
          }}
        />
        <Field label="Four at the same time are counted for">
          <RadioGroup
            value={limits.concurrency.reading}
            onChange={(_event, { value }) => {
              change({ concurrency: { reading: value === 'mailbox' ? 'mailbox' : 'application' } });
            }}
          >
            <Radio value="mailbox" label="each app and mailbox" />
            <Radio value="application" label="an app, whichever mailboxes" />
          </RadioGroup>
        </Field>
        <Field label="A batch goes to Outlook">
          <RadioGroup
            value={limits.batch}
            onChange={(_event, { value }) => {
              change({ batch: value === 'paced' ? 'paced' : 'at-once' });
            }}
          >
            <Radio value="paced" label="four at a time" />
            <Radio value="at-once" label="all at once, so some are refused" />
          </RadioGroup>
        </Field>
        <Field label="Each request takes at least, ms" hint="With some time, requests meet as they do in real life">
          <SpinButton
            className={styles.number}
            min={0}
            step={50}
            value={limits.latencyMs}
            onChange={(_event, { value, displayValue }) => {
              change({ latencyMs: Math.max(0, Math.round(value ?? Number(displayValue)) || 0) });
            }}
          />
        </Field>
        <Field label="How long to wait is told">
          <Dropdown
            className={styles.number}
            value={waits[limits.retryAfter]}
            selectedOptions={[limits.retryAfter]}
            onOptionSelect={(_event, { optionValue }) => {
              change({ retryAfter: optionValue as LimitsView['retryAfter'] });
            }}
          >
            {Object.entries(waits).map(([value, words]) => (
              <Option key={value} value={value}>
                {words}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Text size={200} className={styles.quiet}>
          A request may be {amountWords(limits.requestBytes, 'bytes')} long. These pages are Microsoft’s own and are
          never refused.
        </Text>
      </div>
    </Card>
  );
}

function amountWords(amount: number, counts: string): string {
  return counts === 'bytes' ? `${String(Math.round(amount / 1024 / 1024))} MB` : amount.toLocaleString('en-GB');
}

function timeWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds >= 60) return `${String(seconds / 60)} min`;
  return seconds === 1 ? 'a second' : `${String(seconds)} s`;
}
