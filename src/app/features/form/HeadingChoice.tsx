import { Select } from '@fluentui/react-components';
import { useId } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { useHeadingChoiceStyles } from './HeadingChoice.styles.ts';
import { useForm } from './use-form.ts';

interface HeadingChoiceProps {
  readonly view: MeetingResponse;
  /** Null: where its topic or its author puts it. */
  readonly sectionId: string | null;
  readonly onSection: (sectionId: string | null) => void;
}

/** Under which heading of the form the next point goes. Nothing where the policy has no form, or only one heading. */
export function HeadingChoice({ view, sectionId, onSection }: HeadingChoiceProps) {
  const styles = useHeadingChoiceStyles();
  const labelId = useId();
  const form = useForm(view);
  const sections = form?.rule.sections.filter(({ holds }) => holds !== 'actions') ?? [];
  if (sections.length < 2) return null;
  return (
    <div className={styles.line}>
      <label className={styles.label} htmlFor={labelId}>
        {say('form.heading')}
      </label>
      <Select
        id={labelId}
        size="small"
        className={styles.choice}
        value={sectionId ?? ''}
        onChange={(_, { value }) => {
          onSection(value === '' ? null : value);
        }}
      >
        <option value="">{say('form.headingAny')}</option>
        {sections.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </div>
  );
}
