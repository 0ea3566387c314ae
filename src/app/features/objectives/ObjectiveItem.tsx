import { Badge, Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ObjectivesResponse, ObjectiveView } from '#contract/objectives.ts';
import { useChange } from '../../api/use-change.ts';
import { sayDate } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useToday } from '../../ui/use-today.ts';
import { ObjectiveForm } from './ObjectiveForm.tsx';
import { ObjectiveTools } from './ObjectiveTools.tsx';
import { lastProgress, saidParts, stepBy, stepWords } from './objective-words.ts';
import { useObjectivesStyles } from './Objectives.styles.ts';

interface ObjectiveItemProps {
  readonly objective: ObjectiveView;
  readonly from: Pick<ObjectivesResponse, 'pairId' | 'today' | 'me' | 'other'>;
  readonly isSmart: boolean;
  /** In the meeting: without the words of its parts. */
  readonly isShort?: boolean;
}

/** One objective: how it stands, how it is coming along, and what either of the two can do with it. */
export function ObjectiveItem({ objective, from, isSmart, isShort = false }: ObjectiveItemProps) {
  const styles = useObjectivesStyles();
  const { zone } = useToday();
  const [isChanging, setChanging] = useState(false);
  const step = useChange('stepObjective');
  const { today, me, other, pairId } = from;
  const people = [me, other];
  const params = { objectiveId: objective.id };
  const progress = lastProgress(objective);
  const isOpen = objective.state === 'open';
  if (isChanging) {
    return (
      <li className={styles.item}>
        <ObjectiveForm
          pairId={pairId}
          objective={objective}
          isSmart={isSmart}
          onDone={() => {
            setChanging(false);
          }}
        />
      </li>
    );
  }
  return (
    <li className={styles.item}>
      <h3 className={styles.title}>{objective.title}</h3>
      <div className={styles.line}>
        <Standing objective={objective} today={today} />
        {isSmart && isOpen && objective.missing.length === 0 && (
          <Badge appearance="tint" color="informative">
            {say('objectives.isSmart')}
          </Badge>
        )}
      </div>
      {!isShort &&
        saidParts(objective).map(({ part, text }) => (
          <p key={part} className={styles.words}>
            <span className={styles.quiet}>{say(`objectives.part.${part}`)}: </span>
            {text}
          </p>
        ))}
      {progress !== null && (
        <p className={styles.words}>
          {progress.change.text} <span className={styles.quiet}>{stepBy(progress, people, zone, today)}</span>
        </p>
      )}
      {objective.asksRelevance && (
        <div className={styles.buttons}>
          <span className={styles.words}>{say('objectives.relevant')}</span>
          <span className={styles.quiet}>
            {say('objectives.relevantLast', { day: sayDate(objective.lookedAtOn, today) })}
          </span>
          <Button
            size="small"
            disabledFocusable={step.isPending}
            onClick={() => {
              step.mutate({ params, request: { step: { kind: 'still-relevant' } } });
            }}
          >
            {say('objectives.stillRelevant')}
          </Button>
        </div>
      )}
      {step.error !== null && <ErrorNotice error={step.error} />}
      <ObjectiveTools
        objective={objective}
        today={today}
        onChange={() => {
          setChanging(true);
        }}
        send={(request, onSuccess) => {
          step.mutate({ params, request: { step: request } }, { onSuccess });
        }}
        isBusy={step.isPending}
      />
      {objective.history.length > 1 && (
        <details>
          <summary className={styles.quiet} aria-label={say('objectives.historyOf', { title: objective.title })}>
            {say('objectives.history')}
          </summary>
          <ul className={styles.history}>
            {objective.history.map((one, place) => (
              <li key={place}>
                {stepWords(one, today)} <span className={styles.quiet}>{stepBy(one, people, zone, today)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Standing({ objective, today }: Pick<ObjectiveItemProps, 'objective'> & { readonly today: string }) {
  const styles = useObjectivesStyles();
  const { state, settledOn, dueOn, late, timesCarried, reason, newAskedFor } = objective;
  if (state !== 'open') {
    const day = settledOn === null ? '' : sayDate(settledOn, today);
    return (
      <>
        <StateBadge state={state === 'no-longer-relevant' ? 'cancelled' : 'done'}>
          {say(`objectives.state.${state}`, { day })}
        </StateBadge>
        {reason !== null && <span className={styles.quiet}>{say('objectives.why', { reason })}</span>}
        {newAskedFor && state === 'reached-early' && <span className={styles.quiet}>{say('objectives.newAsked')}</span>}
      </>
    );
  }
  const day = dueOn === null ? '' : sayDate(dueOn, today);
  return (
    <>
      {late ? (
        <StateBadge state="overdue">{say('objectives.late', { day })}</StateBadge>
      ) : (
        <span className={styles.quiet}>
          {dueOn === null ? say('objectives.noDate') : say('objectives.due', { day })}
        </span>
      )}
      {timesCarried > 0 && <span className={styles.quiet}>{say('objectives.carried', { count: timesCarried })}</span>}
    </>
  );
}
