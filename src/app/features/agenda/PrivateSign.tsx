import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { say } from '../../text/say.ts';
import { useJottingListStyles } from './JottingList.styles.ts';

interface PrivateSignProps {
  /** Where there is little room: "Only you". */
  readonly short?: boolean;
}

/** Lock and "Only you see this", for the heading of what is private. */
export function PrivateSign({ short = false }: PrivateSignProps) {
  const styles = useJottingListStyles();
  return (
    <span className={styles.private}>
      <LockClosed16Regular aria-hidden />
      {short ? say('agenda.onlyYou') : say('general.onlyYou')}
    </span>
  );
}
