import { Avatar, mergeClasses } from '@fluentui/react-components';
import { HandRight20Filled, Mic20Regular, MicOff20Regular } from '@fluentui/react-icons';
import { personColour } from '../control/person-colour.ts';
import type { Shown } from './attendee-people.ts';
import { useMeetingStyles } from './MeetingPage.styles.ts';
import { reactionSigns } from './meeting-signals.ts';
import type { MeetingSignals } from './meeting-signals.ts';

/** The people of the meeting, the others first; one is outlined as if speaking. */
export function MeetingStage(props: {
  readonly people: readonly Shown[];
  readonly speakerId: string | undefined;
  /** Who of them looks at this page, and what they show the others. */
  readonly self: { readonly id: string; readonly signals: MeetingSignals };
  readonly isBesidePanel: boolean;
}): React.JSX.Element {
  const styles = useMeetingStyles();
  return (
    <div
      className={mergeClasses(styles.stage, props.isBesidePanel && styles.stageBeside)}
      role="group"
      aria-label="People in the meeting"
    >
      {props.people.map((person) => {
        const signals = person.id === props.self.id ? props.self.signals : undefined;
        return (
          <div key={person.id} className={mergeClasses(styles.tile, person.id === props.speakerId && styles.speaking)}>
            <Avatar
              name={person.name}
              color={personColour(person.id)}
              size={128}
              className={styles.picture}
              aria-hidden
            />
            {signals?.reaction !== undefined && (
              <span className={styles.reaction} role="img" aria-label={signals.reaction}>
                {reactionSigns[signals.reaction]}
              </span>
            )}
            <div className={styles.name}>
              {signals?.isHandUp === true && <HandRight20Filled className={styles.hand} aria-label="Hand raised" />}
              {person.name}
              {signals?.isMuted === true ? (
                <MicOff20Regular fontSize={16} aria-label="Muted" />
              ) : (
                <Mic20Regular fontSize={16} aria-hidden />
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
