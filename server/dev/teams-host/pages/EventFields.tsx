import { Dropdown, Field, Input, Option, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { FieldProps } from '@fluentui/react-components';
import type { CalendarEvent } from '../graph/calendar-event.ts';

/** Fields that stand side by side in a dialog: three of the same width, or a wide one before a narrow one. */
export function FieldRow(props: {
  readonly wideFirst?: boolean;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const gridTemplateColumns = props.wideFirst === true ? '2fr 1fr' : 'repeat(3, minmax(0, 1fr))';
  return <div style={{ display: 'grid', gap: 12, alignItems: 'start', gridTemplateColumns }}>{props.children}</div>;
}

interface Asked extends Pick<FieldProps, 'hint' | 'validationMessage'> {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** A field of one line: a date, a time, a number or a few words. */
export function LineField(
  props: Asked & {
    readonly type?: 'text' | 'date' | 'time' | 'number';
    readonly min?: number;
    readonly isDisabled?: boolean;
    /** It cannot be left empty, and the dialog begins in it. */
    readonly isFirst?: boolean;
  },
): React.JSX.Element {
  const { label, value, change, type = 'text', min, isDisabled = false, isFirst = false, ...said } = props;
  return (
    <Field label={label} required={isFirst} {...said}>
      <Input
        type={type}
        value={value}
        {...(min === undefined ? {} : { min })}
        disabled={isDisabled}
        autoFocus={isFirst}
        onChange={(_event, typed) => {
          change(typed.value);
        }}
      />
    </Field>
  );
}

/** A field for some lines of text. */
export function TextField(props: Asked & { readonly rows?: number; readonly canGrow?: boolean }): React.JSX.Element {
  const { label, value, change, rows, canGrow = false } = props;
  return (
    <Field label={label}>
      <Textarea
        value={value}
        {...(rows === undefined ? {} : { rows })}
        {...(canGrow ? { resize: 'vertical' } : {})}
        onChange={(_event, typed) => {
          change(typed.value);
        }}
      />
    </Field>
  );
}

/** A choice of one from a list, each with its words. */
export function ListField<Key extends string>(props: {
  readonly label: string;
  readonly chosen: Key;
  readonly choices: ReadonlyMap<Key, string>;
  readonly choose: (key: Key) => void;
}): React.JSX.Element {
  const { label, chosen, choices, choose } = props;
  return (
    <Field label={label}>
      <Dropdown
        value={choices.get(chosen) ?? ''}
        selectedOptions={[chosen]}
        onOptionSelect={(_event, { optionValue }) => {
          choose([...choices.keys()].find((one) => one === optionValue) ?? chosen);
        }}
      >
        {[...choices].map(([key, words]) => (
          <Option key={key} value={key}>
            {words}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

/** How much of a series is meant. */
export type SeriesPart = 'one' | 'series';

/** Asks whether this one is meant or its whole series; says nothing for an event that has no series. */
export function SeriesPartField(props: {
  readonly event: CalendarEvent;
  readonly label: string;
  readonly seriesLabel?: string;
  readonly part: SeriesPart;
  readonly choose: (part: SeriesPart) => void;
}): React.JSX.Element | null {
  if (props.event.seriesMasterId === undefined) return null;
  return (
    <RadioGroup
      value={props.part}
      onChange={(_event, { value }) => {
        props.choose(value === 'series' ? 'series' : 'one');
      }}
      aria-label={props.label}
    >
      <Radio value="one" label="This one" />
      <Radio value="series" label={props.seriesLabel ?? 'The whole series'} />
    </RadioGroup>
  );
}

/** The id of the event that is meant: the one's own, or its series'. */
export function idOfPart(event: CalendarEvent, part: SeriesPart): string {
  return part === 'series' ? (event.seriesMasterId ?? event.id) : event.id;
}
