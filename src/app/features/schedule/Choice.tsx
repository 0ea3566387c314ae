import { Dropdown, Field, Option } from '@fluentui/react-components';
import { useChoiceStyles } from './Choice.styles.ts';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

/** One of several, with its label. */
export function Choice({ label, value, options, onChange, hint }: ChoiceProps) {
  const styles = useChoiceStyles();
  return (
    <Field label={label} className={styles.field} {...(hint === undefined ? {} : { hint })}>
      <Dropdown
        className={styles.dropdown}
        value={options.find((option) => option.value === value)?.words ?? ''}
        selectedOptions={[value]}
        onOptionSelect={(_, data) => {
          if (data.optionValue !== undefined) onChange(data.optionValue);
        }}
      >
        {options.map((option) => (
          <Option key={option.value} value={option.value}>
            {option.words}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
