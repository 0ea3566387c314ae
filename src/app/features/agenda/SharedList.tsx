import { Caption1 } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import type { MeetingResponse } from '#contract/meetings.ts';
import { say } from '../../text/say.ts';
import { itemDetail } from './agenda-words.ts';
import { useJottingListStyles } from './JottingList.styles.ts';

interface SharedListProps {
  readonly view: MeetingResponse;
}

/** What the other of the two has shared, and that the rest of their list is private. */
export function SharedList({ view }: SharedListProps) {
  const styles = useJottingListStyles();
  const name = view.other.givenName;
  const shared = view.items.filter((item) => item.raisedBy === view.other.id);
  return (
    <>
      {shared.length === 0 && <p className={styles.empty}>{say('agenda.theirNone', { name })}</p>}
      <ul className={styles.list}>
        {shared.map((item) => (
          <li key={item.id} className={styles.row}>
            <div className={styles.line}>
              <span className={styles.sharedWords}>{item.title}</span>
              <span className={styles.onAgenda}>
                <Checkmark16Regular aria-hidden />
                <Caption1>{say('agenda.onAgenda')}</Caption1>
              </span>
            </div>
            {itemDetail(item) !== '' && <Caption1>{itemDetail(item)}</Caption1>}
          </li>
        ))}
      </ul>
      <div className={styles.hint}>
        <LockClosed16Regular className={styles.fixed} aria-hidden />
        <Caption1>{say('agenda.theirPrivate', { name })}</Caption1>
      </div>
    </>
  );
}
