import { Dropdown, Field, Option, SearchBox, Text } from '@fluentui/react-components';
import { useHost } from '../control/host-context.ts';
import { useFaultStyles } from './FaultsPage.styles.ts';
import type { LedgerFilter } from './use-ledger.ts';

const kinds: Record<string, string> = {
  Everything: '',
  'Mail received': 'mail-received',
  'Mail sent': 'mail-sent',
  'Invitations, updates, cancellations': 'invitation,update,cancellation',
  'Answers to invitations': 'response',
  'Calendar items': 'event-created,event-updated,event-deleted',
  Attachments: 'attachment-added,attachment-received',
  'Apps and tabs in chats': 'app-installed,app-removed,tab-added,tab-removed',
  'Chat messages': 'chat-message',
  'Activity notifications': 'notification',
};

/** Chooses whose mailbox, what kind, through which app, and which words. */
export function LedgerFilters(props: {
  readonly filter: LedgerFilter;
  readonly choose: (filter: LedgerFilter) => void;
  /** How many entries fit; null while that is not known. */
  readonly count: number | null;
}): React.JSX.Element {
  const styles = useFaultStyles();
  const { people, app } = useHost();
  const { filter, choose, count } = props;
  const owners = { Everybody: '', ...Object.fromEntries(people.map((one) => [one.displayName, one.id])) };
  const apps = { 'Any app': '', [app.name]: app.clientId };
  return (
    <div className={styles.tight} style={{ paddingBlockEnd: 12 }}>
      <div className={styles.filters}>
        <Choice
          label="Mailbox"
          options={owners}
          value={filter.mailbox}
          choose={(mailbox) => {
            choose({ ...filter, mailbox });
          }}
        />
        <Choice
          label="Kind"
          options={kinds}
          value={filter.kind}
          choose={(kind) => {
            choose({ ...filter, kind });
          }}
        />
        <Choice
          label="Through"
          options={apps}
          value={filter.app}
          choose={(through) => {
            choose({ ...filter, app: through });
          }}
        />
        <Field label="Words">
          <SearchBox
            className={styles.number}
            value={filter.search}
            onChange={(_event, { value }) => {
              choose({ ...filter, search: value });
            }}
          />
        </Field>
      </div>
      <Text size={200} className={styles.quiet} role="status">
        {count === null ? '' : countWords(count)}
      </Text>
    </div>
  );
}

function Choice(props: {
  label: string;
  options: Readonly<Record<string, string>>;
  value: string;
  choose: (value: string) => void;
}): React.JSX.Element {
  const styles = useFaultStyles();
  const chosen = Object.entries(props.options).find(([, value]) => value === props.value)?.[0] ?? '';
  return (
    <Field label={props.label}>
      <Dropdown
        className={styles.number}
        value={chosen}
        selectedOptions={[props.value]}
        onOptionSelect={(_event, { optionValue }) => {
          props.choose(optionValue ?? '');
        }}
      >
        {Object.entries(props.options).map(([words, value]) => (
          <Option key={value} value={value}>
            {words}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

function countWords(count: number): string {
  return count === 1 ? 'One entry' : `${count.toLocaleString('en-GB')} entries`;
}
