import { Button } from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Suspense, lazy, useState } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { useNow } from '../../api/server-clock.ts';
import { say } from '../../text/say.ts';
import { ActionLine } from './ActionLine.tsx';
import { useActionLineStyles } from './ActionLine.styles.ts';

const ActionTools = lazy(async () => ({ default: (await import('./ActionTools.tsx')).ActionTools }));

interface NewActionProps {
  readonly action: ActionView;
  readonly view: MeetingResponse;
}

/** An action agreed in this meeting, with what puts it right while the meeting lasts. */
export function NewAction({ action, view }: NewActionProps) {
  const styles = useActionLineStyles();
  const today = localDateOf(useNow(), view.zone);
  const [isOpen, setOpen] = useState(false);
  const canChange = action.state === 'open';
  return (
    <ActionLine
      action={action}
      people={[view.me, view.other]}
      showOwner
      meetingId={view.meeting.id}
      aside={
        canChange ? (
          <Button
            className={styles.more}
            size="small"
            appearance="subtle"
            icon={<MoreHorizontal16Regular />}
            aria-expanded={isOpen}
            aria-label={say('actions.changeOf', { text: action.text })}
            onClick={() => {
              setOpen(!isOpen);
            }}
          />
        ) : null
      }
    >
      {canChange && isOpen && (
        <Suspense fallback={null}>
          <ActionTools
            action={action}
            view={view}
            today={today}
            canReword
            onSettled={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </ActionLine>
  );
}
