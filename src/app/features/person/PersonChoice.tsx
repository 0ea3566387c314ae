import { Body1Strong, Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonView } from '#contract/people.ts';
import { useRoute } from '../../api/use-route.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useFocusWhenLost } from '../../ui/use-focus-when-lost.ts';
import { usePlanMeetingStyles } from './PlanMeeting.styles.ts';

interface PersonChoiceProps {
  /** Whose one-to-ones are handed over by their manager; null: by whoever looks after one-to-ones. */
  readonly pairId: string | null;
  readonly label: string;
  readonly chosenWords: 'handover.chosen' | 'handoverFor.chosen';
  readonly chosen: PersonView | null;
  /** Somebody is missing and was asked for. */
  readonly isAsked: boolean;
  readonly onChoose: (person: PersonView | null) => void;
}

const fewestLetters = 2;

/** Chooses somebody of the organisation by the beginning of their name. */
export function PersonChoice({ pairId, label, chosenWords, chosen, isAsked, onChoose }: PersonChoiceProps) {
  const styles = usePlanMeetingStyles();
  const [name, setName] = useState('');
  // What had the focus goes away with the choice; the keyboard stays where it was made.
  const place = useFocusWhenLost<HTMLDivElement>(chosen?.id);
  const isLong = name.trim().length >= fewestLetters;
  const request = { name: name.trim() };
  const ofPair = useRoute('findPeople', {
    params: { pairId: pairId ?? '' },
    request,
    enabled: isLong && pairId !== null,
  });
  const ofAll = useRoute('findColleagues', { request, enabled: isLong && pairId === null });
  const found = pairId === null ? ofAll : ofPair;
  if (chosen !== null)
    return (
      <div ref={place} tabIndex={-1} className={styles.times}>
        <Body1Strong>{say(chosenWords, { name: chosen.displayName })}</Body1Strong>
        <Button
          size="small"
          onClick={() => {
            onChoose(null);
          }}
        >
          {say('handover.other')}
        </Button>
      </div>
    );
  const people = isLong ? (found.data?.people ?? []) : [];
  return (
    <div ref={place} tabIndex={-1}>
      <Field
        label={label}
        hint={say('handover.search')}
        required
        {...(isAsked ? { validationMessage: say('handover.whoMissing') } : {})}
      >
        <Input
          value={name}
          maxLength={80}
          onChange={(_, { value }) => {
            setName(value);
          }}
        />
      </Field>
      {found.error !== null && isLong && <ErrorNotice error={found.error} />}
      {people.length > 0 && (
        <RadioGroup
          aria-label={label}
          value=""
          onChange={(_, { value }) => {
            onChoose(people.find(({ id }) => id === value) ?? null);
          }}
        >
          {people.map(({ id, displayName, jobTitle }) => (
            <Radio key={id} value={id} label={jobTitle === null ? displayName : `${displayName}, ${jobTitle}`} />
          ))}
        </RadioGroup>
      )}
      {isLong && found.data !== undefined && people.length === 0 && (
        <p className={styles.says} role="status">
          {say('handover.nobody')}
        </p>
      )}
    </div>
  );
}
