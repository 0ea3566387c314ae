import {
  Avatar,
  Field,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalPerson } from '../control/local-api.ts';
import { personColour } from '../control/person-colour.ts';

const shownAtOnce = 8;

/** Choosing people by name, as tags. */
export function PeoplePicker(props: {
  readonly label: string;
  readonly chosen: readonly LocalPerson[];
  readonly choose: (people: readonly LocalPerson[]) => void;
  readonly single?: boolean;
  readonly required?: boolean;
}): React.JSX.Element {
  const { label, chosen, choose, single = false } = props;
  const { people, session } = useHost();
  const [typed, setTyped] = useState('');
  const found = useMemo(() => {
    const asked = typed.trim().toLowerCase();
    return people
      .filter((one) => one.id !== session.person.id && !chosen.some((other) => other.id === one.id))
      .filter((one) => asked === '' || one.displayName.toLowerCase().includes(asked) || one.mail.startsWith(asked))
      .slice(0, shownAtOnce);
  }, [people, session, chosen, typed]);
  return (
    <Field label={label} required={props.required ?? false}>
      <TagPicker
        selectedOptions={chosen.map((one) => one.id)}
        onOptionSelect={(_event, { selectedOptions }) => {
          const next = selectedOptions
            .map((id) => people.find((one) => one.id === id))
            .filter((one): one is LocalPerson => one !== undefined);
          choose(single ? next.slice(-1) : next);
          setTyped('');
        }}
      >
        <TagPickerControl>
          <TagPickerGroup aria-label={`${label}, chosen`}>
            {chosen.map((one) => (
              <Tag
                key={one.id}
                value={one.id}
                shape="rounded"
                media={<Avatar name={one.displayName} color={personColour(one.id)} aria-hidden />}
              >
                {one.displayName}
              </Tag>
            ))}
          </TagPickerGroup>
          <TagPickerInput
            aria-label={label}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        </TagPickerControl>
        <TagPickerList>
          {found.length === 0
            ? 'Nobody of that name'
            : found.map((one) => (
                <TagPickerOption
                  key={one.id}
                  value={one.id}
                  text={one.displayName}
                  secondaryContent={one.jobTitle}
                  media={<Avatar name={one.displayName} color={personColour(one.id)} aria-hidden />}
                >
                  {one.displayName}
                </TagPickerOption>
              ))}
        </TagPickerList>
      </TagPicker>
    </Field>
  );
}
