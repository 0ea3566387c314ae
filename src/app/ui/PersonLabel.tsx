import { Avatar, Persona } from '@fluentui/react-components';
import type { PersonView } from '#contract/people.ts';

interface PersonLabelProps {
  readonly person: PersonView;
  /** What stands under the name; left out: the job title. Null: nothing. */
  readonly detail?: string | null;
  readonly size?: 'medium' | 'large' | 'huge';
}

/** A person as everywhere: initials in their own colour, name, job title. */
export function PersonLabel({ person, detail = person.jobTitle, size = 'medium' }: PersonLabelProps) {
  return (
    <Persona
      name={person.displayName}
      {...(detail === null ? {} : { secondaryText: detail })}
      size={size === 'medium' ? 'medium' : size === 'large' ? 'extra-large' : 'huge'}
      textAlignment="center"
      avatar={{ color: 'colorful', idForColor: person.id, 'aria-hidden': true }}
    />
  );
}

interface PersonAvatarProps {
  readonly person: Pick<PersonView, 'id' | 'displayName'>;
  readonly size: 16 | 20 | 24 | 28 | 32 | 36 | 56;
}

/** Somebody's initials alone, beside what they wrote or where their name stands already. */
export function PersonAvatar({ person, size }: PersonAvatarProps) {
  return <Avatar name={person.displayName} size={size} color="colorful" idForColor={person.id} />;
}
