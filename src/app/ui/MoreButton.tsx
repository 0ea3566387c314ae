import { Button } from '@fluentui/react-components';
import { say } from '../text/say.ts';
import { useMoreButtonStyles } from './MoreButton.styles.ts';

interface MoreButtonProps {
  /** How many of the list are not shown at first; with none the button is not there. */
  readonly hidden: number;
  readonly isWhole: boolean;
  readonly onChange: (isWhole: boolean) => void;
}

/** Shows the rest of a list that begins short, and puts it away again. */
export function MoreButton({ hidden, isWhole, onChange }: MoreButtonProps) {
  const styles = useMoreButtonStyles();
  if (hidden <= 0) return null;
  return (
    <Button
      appearance="subtle"
      size="small"
      className={styles.more}
      onClick={() => {
        onChange(!isWhole);
      }}
    >
      {isWhole ? say('home.fewerActions') : say('home.moreActions', { count: hidden })}
    </Button>
  );
}
