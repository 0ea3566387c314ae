import { mergeClasses } from '@fluentui/react-components';
import type { PersonView } from '#contract/people.ts';
import { colourOf, initialsOf, usePersonColours } from './person-colours.ts';
import { usePersonLabelStyles } from './PersonLabel.styles.ts';

// Fluent's Avatar and Persona bring the code that places popovers with them, a fifth of what the panel may weigh at its start.

interface PersonAvatarProps {
  readonly person: Pick<PersonView, 'id' | 'displayName'>;
  readonly size: 16 | 20 | 24 | 28 | 32 | 36 | 56;
  /** True where the name stands beside it. */
  readonly isNamed?: boolean;
}

/** Somebody's initials in their own colour. */
export function PersonAvatar({ person, size, isNamed = false }: PersonAvatarProps) {
  const styles = usePersonLabelStyles();
  const colours = usePersonColours();
  const initials = initialsOf(person.displayName);
  return (
    <span
      className={mergeClasses(styles.avatar, colours[colourOf(person.id)], styles[`size${size}`])}
      {...(isNamed ? { 'aria-hidden': true } : { role: 'img', 'aria-label': person.displayName })}
    >
      <span aria-hidden="true">{size < 20 ? initials.charAt(0) : initials}</span>
    </span>
  );
}

interface PersonLabelProps {
  readonly person: PersonView;
  /** What stands under the name; left out: the job title. Null: nothing. */
  readonly detail?: string | null;
  readonly size?: 'medium' | 'large';
}

/** A person as everywhere: initials in their own colour, name, job title. */
export function PersonLabel({ person, detail = person.jobTitle, size = 'medium' }: PersonLabelProps) {
  const styles = usePersonLabelStyles();
  return (
    <span className={styles.label}>
      <PersonAvatar person={person} size={size === 'medium' ? 32 : 56} isNamed />
      <span className={styles.words}>
        <span className={size === 'medium' ? styles.name : styles.bigName}>{person.displayName}</span>
        {detail !== null && <span className={styles.detail}>{detail}</span>}
      </span>
    </span>
  );
}
