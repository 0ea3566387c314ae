import { Body1, Caption1 } from '@fluentui/react-components';
import { HandRight20Regular } from '@fluentui/react-icons/svg/hand-right';
import { Star20Regular } from '@fluentui/react-icons/svg/star';
import { useMarkedLineStyles } from './MarkedLine.styles.ts';

interface MarkedLineProps {
  readonly mark: 'praise' | 'support';
  readonly words: string;
  /** Who, when, or what it was. */
  readonly note: string;
}

/** A line of praise or support in a list of such. */
export function MarkedLine({ mark, words, note }: MarkedLineProps) {
  const styles = useMarkedLineStyles();
  return (
    <li className={styles.row}>
      {mark === 'praise' ? <Star20Regular aria-hidden /> : <HandRight20Regular aria-hidden />}
      <span>
        <Body1 block>{words}</Body1>
        <Caption1 className={styles.quiet}>{note}</Caption1>
      </span>
    </li>
  );
}
