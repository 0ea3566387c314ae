import { Button, Input } from '@fluentui/react-components';
import { CalendarLtr16Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { useState } from 'react';
import type { PersonView } from '#contract/people.ts';
import { sayDay } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { useCaptureBoxStyles } from './CaptureBox.styles.ts';

interface CaptureTagsProps {
  /** The two it can belong to. */
  readonly people: readonly PersonView[];
  readonly ownerId: string;
  readonly dueOn: string | null;
  readonly today: string;
  readonly onOwner: (personId: string) => void;
  readonly onDate: (dueOn: string | null) => void;
}

/** Whose the action will be and by when, as understood so far. Pressing the owner gives it to the other; pressing the date changes it. */
export function CaptureTags({ people, ownerId, dueOn, today, onOwner, onDate }: CaptureTagsProps) {
  const styles = useCaptureBoxStyles();
  const [isDating, setDating] = useState(false);
  const owner = people.find(({ id }) => id === ownerId);
  const other = people.find(({ id }) => id !== ownerId);
  return (
    <div className={styles.tags} role="status">
      <span className={styles.quiet}>{say('record.actionFor')}</span>
      {owner !== undefined && other !== undefined && (
        <Button
          className={styles.tag}
          size="small"
          icon={<PersonAvatar person={{ id: owner.id, displayName: owner.givenName }} size={16} />}
          aria-label={say('record.ownerIs', { name: owner.givenName, other: other.givenName })}
          onClick={() => {
            onOwner(other.id);
          }}
        >
          {owner.givenName}
        </Button>
      )}
      {isDating ? (
        <Input
          className={styles.date}
          size="small"
          type="date"
          min={today}
          autoFocus
          aria-label={say('record.dueDate')}
          defaultValue={dueOn ?? ''}
          onChange={(_, { value }) => {
            onDate(value === '' ? null : value);
          }}
          onBlur={() => {
            setDating(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') setDating(false);
          }}
        />
      ) : (
        <Button
          className={styles.tag}
          size="small"
          icon={<CalendarLtr16Regular />}
          aria-label={dueOn === null ? say('record.addDate') : say('record.dueIs', { day: sayDay(dueOn, today) })}
          onClick={() => {
            setDating(true);
          }}
        >
          {dueOn === null ? say('record.addDate') : sayDay(dueOn, today)}
        </Button>
      )}
    </div>
  );
}
