import { Button, mergeClasses } from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Suspense, lazy, useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { sayDate } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { ActionLine } from './ActionLine.tsx';
import { isLookedAt } from './action-words.ts';
import { useActionLineStyles } from './ActionLine.styles.ts';
import { useLastActionsStyles } from './LastActions.styles.ts';

const ActionTools = lazy(async () => ({ default: (await import('./ActionTools.tsx')).ActionTools }));

interface LastActionsProps {
  readonly view: MeetingResponse;
  readonly now: string;
}

/** What was agreed before, gone through first: each is done, gets a new date, or is dropped with a reason (FORM-3, ESS-7). */
export function LastActions({ view, now }: LastActionsProps) {
  const styles = useLastActionsStyles();
  const lineStyles = useActionLineStyles();
  const today = localDateOf(now, view.zone);
  const { meeting } = view;
  // What was just settled or moved stays where it stood.
  const [order] = useState(() => view.lastActions.map(({ id }) => id));
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const lastActions = [...view.lastActions].sort((one, other) => place(one.id) - place(other.id));
  const canChange = meeting.state === 'planned' || meeting.state === 'open';
  const [chosen, setChosen] = useState<string | null>(null);
  const looked = lastActions.filter((action) => isLookedAt(action, meeting.id)).length;
  const current = chosen ?? lastActions.find((action) => !isLookedAt(action, meeting.id))?.id ?? null;

  if (lastActions.length === 0) {
    return <p className={styles.tip}>{view.lastMeeting === null ? say('actions.noneFirst') : say('actions.none')}</p>;
  }
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {view.lastMeeting === null
            ? say('actions.lastTime')
            : say('actions.agreedOn', { day: sayDate(localDateOf(view.lastMeeting.start, view.zone), today) })}
        </h2>
        <span className={styles.count} role="status">
          {looked === lastActions.length
            ? say('actions.lookedAll', { count: looked })
            : say('actions.lookedAt', { looked, count: lastActions.length })}
        </span>
      </div>
      <progress
        className={styles.progress}
        value={looked}
        max={lastActions.length}
        aria-label={say('actions.lookedAt', { looked, count: lastActions.length })}
      />
      <ul className={styles.list}>
        {lastActions.map((action) => {
          const isCurrent = canChange && action.id === current && action.state === 'open';
          return (
            <li key={action.id} className={mergeClasses(styles.row, isCurrent && styles.current)}>
              <ActionLine
                action={action}
                people={[view.me, view.other]}
                showOwner
                meetingId={meeting.id}
                readOnly={!canChange}
                aside={
                  canChange && action.state === 'open' && !isCurrent ? (
                    <Button
                      className={lineStyles.more}
                      size="small"
                      appearance="subtle"
                      icon={<MoreHorizontal16Regular />}
                      aria-label={say('actions.changeOf', { text: action.text })}
                      onClick={() => {
                        setChosen(action.id);
                      }}
                    />
                  ) : null
                }
              >
                {isCurrent && (
                  <Suspense fallback={null}>
                    <ActionTools
                      action={action}
                      view={view}
                      today={today}
                      onSettled={() => {
                        setChosen(null);
                      }}
                    />
                  </Suspense>
                )}
              </ActionLine>
            </li>
          );
        })}
      </ul>
      {canChange && looked < lastActions.length && <p className={styles.tip}>{say('actions.tip')}</p>}
    </div>
  );
}
