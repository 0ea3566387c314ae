import { Button, Textarea } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import type { MeetingResponse } from '#contract/meetings.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { say } from '../../text/say.ts';
import { JottingRow } from './JottingRow.tsx';
import { useJottingListStyles } from './JottingList.styles.ts';
import { useAgenda } from './use-agenda.ts';

interface JottingListProps {
  readonly view: MeetingResponse;
  readonly waiting: ReadonlySet<string>;
}

/** One's own list, which nobody else sees until something on it is shared. */
export function JottingList({ view, waiting }: JottingListProps) {
  const styles = useJottingListStyles();
  const changes = useAgenda(view);
  const [text, setText] = useKeptDraft(`jotting ${view.meeting.id}`);
  const canChange = view.meeting.state === 'planned' || view.meeting.state === 'open';
  const add = (): void => {
    if (text.trim() === '') return;
    changes.jot(text);
    setText('');
  };
  return (
    <>
      {view.jottings.length === 0 && <p className={styles.empty}>{say('agenda.jottingEmpty')}</p>}
      <ul className={styles.list}>
        {view.jottings.map((jotting) => (
          <JottingRow
            key={jotting.id}
            jotting={jotting}
            pairId={view.meeting.pairId}
            otherName={view.other.givenName}
            isWaiting={waiting.has(jotting.id)}
            canShare={canChange}
            changes={changes}
          />
        ))}
      </ul>
      {canChange && (
        <div className={styles.add}>
          <Textarea
            className={styles.box}
            textarea={{ className: styles.input }}
            size="small"
            rows={1}
            resize="none"
            value={text}
            aria-label={say('agenda.jottingLabel')}
            placeholder={say('agenda.jottingPlaceholder')}
            onChange={(_, { value }) => {
              setText(value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              add();
            }}
          />
          <Button icon={<Add20Regular />} aria-label={say('agenda.addJotting')} onClick={add} />
        </div>
      )}
    </>
  );
}
