import { Button, Card, Combobox, Dropdown, Field, Option, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { rehearsals } from './fault-words.ts';
import type { FaultView, NewFault } from './fault-words.ts';
import { useFaultStyles } from './FaultsPage.styles.ts';

const paths = [
  '*',
  '/v1.0/me/sendMail',
  '/v1.0/me/events',
  '/v1.0/me/events/*',
  '/v1.0/me/calendarView',
  '/v1.0/me/calendar/getSchedule',
  '/v1.0/me/directReports',
  '/v1.0/chats/*',
  '/v1.0/$batch',
  '*/oauth2/v2.0/token',
];
const methods = ['Any', 'GET', 'POST', 'PATCH', 'DELETE'];
const counts: Record<string, FaultView['times']> = {
  Once: 1,
  Twice: 2,
  '5 times': 5,
  'Until removed': 'always',
};

/** Chooses a trouble, where it happens, to whom and how often. */
export function FaultForm(props: { readonly add: (fault: NewFault) => void }): React.JSX.Element {
  const styles = useFaultStyles();
  const { people } = useHost();
  const [trouble, setTrouble] = useState(rehearsals[0]?.name ?? '');
  const [path, setPath] = useState('/v1.0/me/sendMail');
  const [method, setMethod] = useState('Any');
  const [personId, setPersonId] = useState('');
  const [times, setTimes] = useState('Once');
  const chosen = rehearsals.find((one) => one.name === trouble);
  const submit = (): void => {
    props.add({
      ...chosen?.fault,
      path,
      ...(method === 'Any' ? {} : { method }),
      ...(personId === '' ? {} : { person: personId }),
      times: counts[times] ?? 1,
    });
  };
  return (
    <Card appearance="outline">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Subtitle2 as="h2">A trouble of your own</Subtitle2>
        <Choice label="What happens" options={rehearsals.map((one) => one.name)} value={trouble} choose={setTrouble} />
        <Field label="Where" hint="A path; * stands for anything. These pages are spared.">
          <Combobox
            className={styles.number}
            freeform
            value={path}
            onChange={(event) => {
              setPath(event.target.value);
            }}
            onOptionSelect={(_event, { optionText }) => {
              setPath(optionText ?? '*');
            }}
          >
            {paths.map((one) => (
              <Option key={one}>{one}</Option>
            ))}
          </Combobox>
        </Field>
        <Choice label="Method" options={methods} value={method} choose={setMethod} />
        <Field label="For whom">
          <Dropdown
            className={styles.number}
            value={people.find((one) => one.id === personId)?.displayName ?? 'Anybody'}
            selectedOptions={[personId]}
            onOptionSelect={(_event, { optionValue }) => {
              setPersonId(optionValue ?? '');
            }}
          >
            <Option value="">Anybody</Option>
            <>
              {people.map((one) => (
                <Option key={one.id} value={one.id}>
                  {one.displayName}
                </Option>
              ))}
            </>
          </Dropdown>
        </Field>
        <Choice label="How often" options={Object.keys(counts)} value={times} choose={setTimes} />
        <Button appearance="primary" type="submit" disabled={path.trim() === ''}>
          Switch on
        </Button>
      </form>
    </Card>
  );
}

function Choice(props: {
  label: string;
  options: readonly string[];
  value: string;
  choose: (value: string) => void;
}): React.JSX.Element {
  const styles = useFaultStyles();
  return (
    <Field label={props.label}>
      <Dropdown
        className={styles.number}
        value={props.value}
        selectedOptions={[props.value]}
        onOptionSelect={(_event, { optionValue }) => {
          props.choose(optionValue ?? props.value);
        }}
      >
        {props.options.map((one) => (
          <Option key={one} value={one}>
            {one}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
