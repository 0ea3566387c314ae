import { Field, Select } from '@fluentui/react-components';
import { say } from '../text/say.ts';
import '../text/say-later.ts';
import { useBehaviours } from './use-behaviours.ts';

interface BehaviourFieldProps {
  readonly pairId: string;
  /** The one pointed at; null: none. */
  readonly value: string | null;
  readonly onChange: (behaviourId: string | null) => void;
}

/** Which of the organisation's behaviours something shows (ESS-10). Nothing where the organisation names none. */
export function BehaviourField({ pairId, value, onChange }: BehaviourFieldProps) {
  const rule = useBehaviours(pairId);
  if (rule === null) return null;
  return (
    <Field label={say('behaviour.field', { title: rule.title })} size="small">
      <Select
        size="small"
        value={value ?? ''}
        onChange={(_, chosen) => {
          onChange(chosen.value === '' ? null : chosen.value);
        }}
      >
        <option value="">{say('behaviour.none')}</option>
        {rule.behaviours.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
