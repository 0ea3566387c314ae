import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { say } from '../text/say.ts';
import { useSaveStatusStyles } from './SaveStatus.styles.ts';

interface SaveStatusProps {
  readonly state: 'saved' | 'saving' | 'sending' | 'waiting' | 'refused';
}

/** Whether what was typed has arrived: icon and word. */
export function SaveStatus({ state }: SaveStatusProps) {
  const styles = useSaveStatusStyles();
  const [icon, word] = shown(state);
  return (
    <span className={styles.status} role="status">
      {icon}
      {word}
    </span>
  );
}

function shown(state: SaveStatusProps['state']) {
  if (state === 'saved') return [<CheckmarkCircle16Regular key="icon" aria-hidden />, say('general.saved')] as const;
  if (state === 'refused') return [<Warning16Regular key="icon" aria-hidden />, say('general.notSaved')] as const;
  if (state === 'waiting') return [<Clock16Regular key="icon" aria-hidden />, say('general.notSentYet')] as const;
  return [<Clock16Regular key="icon" aria-hidden />, say('general.saving')] as const;
}
