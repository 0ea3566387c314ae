import { Button, Card, Combobox, Dropdown, Field, Option, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { Fault } from '../control/local-api.ts';
import { rehearsals } from './fault-words.ts';
import { useTableStyles } from './Table.styles.ts';

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
const counts: Record<string, NonNullable<Fault['times']>> = {
  Once: 1,
  Twice: 2,
  '5 times': 5,
  'Until removed': 'always',
};

/** Chooses a trouble, where it happens, to whom and how often. */
export function FaultForm(props: { readonly add: (fault: Fault) => void }): React.JSX.Element {
  const styles = useTableStyles();
  const { people } = useHost();
  const [trouble, setTrouble] = useState(rehearsals[0]?.name ?? '');
  const [path, setPath] = useState('/v1.0/me/sendMail');
  const [method, setMethod] = useState('Any');
  const [personId, setPersonId] = useState('');
  const [times, setTimes] = useState('Once');
  const chosen = rehearsals.find((one) => one.name === trouble);
  const submit = (): void => {
    const asked = chosen?.method ?? (method === 'Any' ? undefined : method);
    props.add({
      ...chosen?.fault,
      path: chosen?.path ?? path,
      ...(asked === undefined ? {} : { method: asked }),
      ...(personId === '' ? {} : { person: personId }),
      times: counts[times] ?? 1,
    });
  };
  return (
    <Card className={styles.side} appearance="outline">
      <form
        style={{ display: 'grid', gap: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Subtitle2 as="h2">Add a trouble</Subtitle2>
        <Choice label="What happens" options={rehearsals.map((one) => one.name)} value={trouble} choose={setTrouble} />
        {chosen?.path === undefined && (
          <>
            <Field label="Where" hint="A path; * stands for anything, these pages included">
              <Combobox
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
          </>
        )}
        <Field label="For whom">
          <Dropdown
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
          Add
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
  return (
    <Field label={props.label}>
      <Dropdown
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
