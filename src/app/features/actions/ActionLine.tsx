import { Checkbox, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { PersonView } from '#contract/people.ts';
import { localDateOf } from '#core/time.ts';
import { useNow } from '../../api/server-clock.ts';
import { useMe } from '../../api/use-me.ts';
import { useUnsent } from '../../api/use-send.ts';
import { capital } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { SaveStatus } from '../../ui/SaveStatus.tsx';
import { actionWhen, cameBack } from './action-words.ts';
import { useActionLineStyles } from './ActionLine.styles.ts';
import { laneOf, useActions } from './use-actions.ts';

interface ActionLineProps {
  readonly action: ActionView;
  /** Those who may own it. */
  readonly people: readonly PersonView[];
  /** False where all are one person's: the owner is left out. */
  readonly showOwner: boolean;
  /** Whom it is for, in a list across people. */
  readonly forPerson?: PersonView;
  /** The meeting it is shown in; left out: none. */
  readonly meetingId?: string | null;
  /** True: to read, as it stood or stands. */
  readonly readOnly?: boolean;
  /** A small tool at the end of its line. */
  readonly aside?: ReactNode;
  /** Tools under it. */
  readonly children?: ReactNode;
}

/** An action as everywhere: checkbox, what, and under it who, when, how it comes back. Ticking says it is done; unticking opens it again. */
export function ActionLine(props: ActionLineProps) {
  const { people, showOwner, forPerson, meetingId = null, readOnly = false, aside, children } = props;
  const styles = useActionLineStyles();
  const me = useMe();
  const today = localDateOf(useNow(), me.zone);
  const unsent = useUnsent(laneOf(props.action, meetingId)).filter(
    ({ id, params }) => id === props.action.id || params['actionId'] === props.action.id,
  );
  const action = asSent(props.action, unsent, today);
  const steps = useActions(action, meetingId);
  const owner = showOwner ? people.find(({ id }) => id === action.ownerId) : undefined;
  const { words, isLate } = actionWhen(action, today);
  const isSettled = action.state !== 'open';
  const rest = [
    cameBack(action),
    forPerson === undefined ? null : say('actions.forPerson', { name: forPerson.givenName }),
  ].filter((one) => one !== null);
  return (
    <div className={styles.action}>
      <Checkbox
        className={styles.box}
        checked={isSettled}
        disabled={readOnly}
        aria-label={say('actions.markDone', { text: action.text })}
        onChange={(_, { checked }) => {
          if (checked === true) steps.complete();
          else steps.reopen();
        }}
      />
      <div className={styles.words}>
        <span className={mergeClasses(styles.text, isSettled && styles.settled)}>{action.text}</span>
        <span className={styles.under}>
          {owner !== undefined && (
            <span className={styles.owner}>
              <PersonAvatar person={{ id: owner.id, displayName: owner.givenName }} size={16} />
              <span className={styles.name}>{owner.givenName}</span>
              <Dot />
            </span>
          )}
          <span>
            <span className={isLate ? styles.late : undefined}>{owner === undefined ? capital(words) : words}</span>
            {rest.length > 0 && <Dot />}
          </span>
          {rest.map((one, index) => (
            <span key={one}>
              {one}
              {index < rest.length - 1 && <Dot />}
            </span>
          ))}
        </span>
        {action.state === 'dropped' && action.droppedReason !== null && (
          <span className={styles.under}>{say('actions.droppedWhy', { reason: action.droppedReason })}</span>
        )}
        {unsent.some(({ state }) => state === 'waiting') && <SaveStatus state="waiting" />}
        {unsent.some(({ state }) => state === 'refused') && <SaveStatus state="refused" />}
        {children}
      </div>
      {aside}
    </div>
  );
}

function Dot() {
  const styles = useActionLineStyles();
  return (
    <span className={styles.dot} aria-hidden>
      ·
    </span>
  );
}

// Outside a meeting nobody else draws what is on its way.
function asSent(action: ActionView, unsent: ReturnType<typeof useUnsent>, today: string): ActionView {
  return unsent.reduce((seen, { name, request, state }) => {
    if (name !== 'changeAction' || state === 'refused') return seen;
    const { step } = request as { step: { kind: string } };
    if (step.kind === 'done') return { ...seen, state: 'done', settledOn: today };
    return step.kind === 'reopened' ? { ...seen, state: 'open', settledOn: null } : seen;
  }, action);
}
