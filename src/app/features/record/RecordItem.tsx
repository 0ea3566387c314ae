import { Button, mergeClasses } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { useId, type ReactNode } from 'react';
import type { AgendaItemView } from '#contract/agenda.ts';
import { say } from '../../text/say.ts';
import { useRecordItemStyles } from './RecordItem.styles.ts';

interface RecordItemProps {
  readonly item: AgendaItemView;
  readonly number: number;
  readonly isOpen: boolean;
  readonly minutesUsed: number;
  readonly mark: ReactNode;
  /** How many points and actions have been written under it. */
  readonly lineCount: number;
  readonly onOpen: () => void;
  readonly onNext: () => void;
  readonly onAgain: () => void;
  /** Where last time's actions are gone through. */
  readonly onLastActions?: () => void;
  readonly children: ReactNode;
}

/** One agenda item while the meeting lasts: a row, or opened with what was written under it. */
export function RecordItem(props: RecordItemProps) {
  const { item, number, isOpen, minutesUsed, mark, lineCount, onOpen, onNext, onAgain, onLastActions, children } =
    props;
  const styles = useRecordItemStyles();
  const bodyId = useId();
  const isDone = item.state === 'discussed';
  const minutes = isOpen
    ? say('record.timeUsed', { used: minutesUsed, minutes: item.minutes })
    : say('general.minutes', { minutes: item.minutes });
  return (
    <li className={mergeClasses(styles.item, isOpen && styles.open)}>
      <div className={styles.row}>
        <span className={mergeClasses(styles.number, isDone && styles.done)}>
          {isDone ? <CheckmarkCircle20Filled aria-label={say('record.talkedAbout')} /> : number}
        </span>
        <h2 className={styles.heading}>
          <Button
            className={mergeClasses(styles.title, isOpen && styles.openTitle, isDone && !isOpen && styles.settled)}
            appearance="transparent"
            aria-expanded={isOpen}
            aria-controls={bodyId}
            onClick={onOpen}
          >
            {item.title}
          </Button>
        </h2>
        {!isOpen && lineCount > 0 && <span className={styles.lines}>{say('record.lines', { count: lineCount })}</span>}
        {!isOpen && !isDone && mark}
        <span className={styles.minutes}>{isDone && !isOpen ? '' : minutes}</span>
      </div>
      <div id={bodyId} hidden={!isOpen} className={isOpen ? styles.body : undefined}>
        {isOpen && (
          <>
            {item.note !== null && <p className={styles.note}>{item.note}</p>}
            {onLastActions !== undefined && (
              <Button className={styles.lead} size="small" onClick={onLastActions}>
                {say('record.toLastActions')}
              </Button>
            )}
            {children}
            {lineCount === 0 && onLastActions === undefined && item.shows !== 'measures' && (
              <p className={styles.note}>{say('record.noPoints')}</p>
            )}
            <Button
              className={styles.lead}
              size="small"
              {...(isDone ? { appearance: 'subtle' as const } : { icon: <Checkmark16Regular /> })}
              onClick={isDone ? onAgain : onNext}
            >
              {isDone ? say('record.talkAgain') : say('record.next')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
