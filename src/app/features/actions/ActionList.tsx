import type { ActionView } from '#contract/actions.ts';
import type { PersonView } from '#contract/people.ts';
import { say } from '../../text/say.ts';
import { ActionLine } from './ActionLine.tsx';
import { useLastActionsStyles } from './LastActions.styles.ts';

interface ActionListProps {
  readonly actions: readonly ActionView[];
  readonly people: readonly PersonView[];
  readonly meetingId: string | null;
  /** What stands there when there are none. */
  readonly none: string;
  readonly label?: string;
}

/** Actions one under the other, as they stand. */
export function ActionList({ actions, people, meetingId, none, label = say('actions.title') }: ActionListProps) {
  const styles = useLastActionsStyles();
  if (actions.length === 0) return <p className={styles.plain}>{none}</p>;
  return (
    <ul className={styles.list} aria-label={label}>
      {actions.map((action) => (
        <li key={action.id} className={styles.bare}>
          <ActionLine action={action} people={people} showOwner meetingId={meetingId} />
        </li>
      ))}
    </ul>
  );
}
