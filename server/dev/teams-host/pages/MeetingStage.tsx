import { Avatar, mergeClasses } from '@fluentui/react-components';
import { Mic20Regular } from '@fluentui/react-icons';
import { personColour } from '../control/person-colour.ts';
import type { Shown } from './attendee-people.ts';
import { useMeetingStyles } from './MeetingPage.styles.ts';

/** The people of the meeting, the others first; one is outlined as if speaking. */
export function MeetingStage(props: {
  readonly people: readonly Shown[];
  readonly speakerId: string | undefined;
}): React.JSX.Element {
  const styles = useMeetingStyles();
  return (
    <div className={styles.stage} role="group" aria-label="People in the meeting">
      {props.people.map((person) => (
        <div key={person.id} className={mergeClasses(styles.tile, person.id === props.speakerId && styles.speaking)}>
          <Avatar name={person.name} color={personColour(person.id)} size={128} aria-hidden />
          <div className={styles.name}>
            {person.name}
            <Mic20Regular fontSize={16} aria-hidden />
          </div>
        </div>
      ))}
    </div>
  );
}
