import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useDutyListStyles } from './DutyList.styles.ts';

interface DutyFormProps {
  readonly pairId: string;
  /** Of the organisation's list, what is not noted yet. */
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  readonly onDone: () => void;
}

const own = '';

/** Adds a duty: one of the organisation's list, or in one's own words. */
export function DutyForm({ pairId, choices, onDone }: DutyFormProps) {
  const styles = useDutyListStyles();
  const save = useChange('saveDuty');
  const [id] = useState(() => crypto.randomUUID());
  const [kindId, setKind] = useState(choices[0]?.id ?? own);
  const [words, setWords] = useState('');
  const [until, setUntil] = useState('');
  const title = kindId === own ? words.trim() : (choices.find((choice) => choice.id === kindId)?.title ?? '');
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault();
        if (title === '') return;
        const request = {
          id,
          kindId: kindId === own ? null : kindId,
          title,
          since: null,
          validUntil: until === '' ? null : until,
          ended: false,
        };
        save.mutate({ params: { pairId }, request }, { onSuccess: onDone });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      {save.error !== null && <ErrorNotice error={save.error} />}
      <Field size="small" label={say('form.duty.what')}>
        <Select
          size="small"
          value={kindId}
          autoFocus
          onChange={(_, { value }) => {
            setKind(value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.title}
            </option>
          ))}
          <option value={own}>{say('form.duty.own')}</option>
        </Select>
      </Field>
      {kindId === own && (
        <Field size="small" label={say('form.duty.ownWords')}>
          <Input
            size="small"
            maxLength={300}
            value={words}
            onChange={(_, { value }) => {
              setWords(value);
            }}
          />
        </Field>
      )}
      <Field size="small" label={say('form.duty.until')} hint={say('form.duty.untilHint')}>
        <Input
          size="small"
          type="date"
          value={until}
          onChange={(_, { value }) => {
            setUntil(value);
          }}
        />
      </Field>
      <div className={styles.tools}>
        <Button type="submit" size="small" disabledFocusable={title === '' || save.isPending}>
          {say('form.duty.add')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          {say('general.cancel')}
        </Button>
      </div>
    </form>
  );
}
