import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { DutiesResponse, DutyView } from '#contract/form.ts';
import { addMonths } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { localDateOf } from '#core/time.ts';
import { useChange } from '../../api/use-change.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useToday } from '../../ui/use-today.ts';
import { DutyForm } from './DutyForm.tsx';
import { useDutyListStyles } from './DutyList.styles.ts';

interface DutyListProps {
  readonly pairId: string;
  /** Only to read. */
  readonly readOnly?: boolean;
}

/** What the employee does beside the job, or has to have in date, kept from meeting to meeting (FORM-10, ESS-6). */
export function DutyList({ pairId, readOnly = false }: DutyListProps) {
  const styles = useDutyListStyles();
  const { today, zone } = useToday();
  const answer = useRoute('duties', { params: { pairId } });
  const { data } = answer;
  const [isAdding, setAdding] = useState(false);
  if (answer.error !== null) return <ErrorNotice error={answer.error} />;
  if (data === undefined || data.asked === null) return null;
  const { asked, duties, mayConfirm } = data;
  return (
    <div className={styles.part}>
      {duties.length === 0 && <span className={styles.quiet}>{say('form.duty.none')}</span>}
      <ul className={styles.list}>
        {duties.map((duty) => (
          <DutyLine
            key={duty.id}
            pairId={pairId}
            duty={duty}
            today={today}
            confirmedOn={duty.confirmedAt === null ? null : localDateOf(duty.confirmedAt, zone)}
            mayConfirm={mayConfirm && !readOnly}
            readOnly={readOnly}
          />
        ))}
      </ul>
      {!readOnly &&
        (isAdding ? (
          <DutyForm
            pairId={pairId}
            choices={choicesLeft(asked, duties)}
            onDone={() => {
              setAdding(false);
            }}
          />
        ) : (
          <Button
            className={styles.add}
            size="small"
            onClick={() => {
              setAdding(true);
            }}
          >
            {say('form.duty.addTitle')}
          </Button>
        ))}
    </div>
  );
}

function choicesLeft({ choices }: NonNullable<DutiesResponse['asked']>, duties: readonly DutyView[]) {
  return choices.filter(({ id }) => !duties.some(({ kindId }) => kindId === id));
}

function standingWords({ standing, validUntil, confirmedAt }: DutyView, today: LocalDate): string {
  if (standing === 'due' && validUntil !== null && validUntil < today)
    return say('form.duty.ranOut', { day: sayDate(validUntil, today) });
  if (standing === 'due') return say('form.duty.due');
  if (standing === 'held' || (validUntil === null && confirmedAt === null)) return say('form.duty.held');
  return validUntil === null
    ? say('form.duty.in-date')
    : say('form.duty.inDateUntil', { day: sayDate(validUntil, today) });
}

interface DutyLineProps {
  readonly pairId: string;
  readonly duty: DutyView;
  readonly today: LocalDate;
  readonly confirmedOn: LocalDate | null;
  readonly mayConfirm: boolean;
  readonly readOnly: boolean;
}

function DutyLine({ pairId, duty, today, confirmedOn, mayConfirm, readOnly }: DutyLineProps) {
  const styles = useDutyListStyles();
  const save = useChange('saveDuty');
  const confirm = useChange('confirmDuty');
  const [until, setUntil] = useState<string | null>(null);
  const error = save.error ?? confirm.error;
  const { id, kindId, title, since, validUntil, standing } = duty;
  return (
    <li className={styles.duty}>
      <div className={styles.line}>
        <span className={styles.title}>{title}</span>
        <StateBadge state={standing === 'due' ? 'due' : 'met'}>{standingWords(duty, today)}</StateBadge>
        {confirmedOn !== null && standing !== 'due' && (
          <span className={styles.quiet}>{say('form.duty.confirmed', { day: sayDate(confirmedOn, today) })}</span>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {until !== null && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate(
              { params: { pairId }, request: { id, validUntil: until === '' ? null : until } },
              {
                onSuccess: () => {
                  setUntil(null);
                },
              },
            );
          }}
        >
          <label className={styles.field}>
            {say('form.duty.until')}
            <Input
              size="small"
              type="date"
              min={today}
              value={until}
              onChange={(_, { value }) => {
                setUntil(value);
              }}
            />
          </label>
          <Button type="submit" size="small" disabledFocusable={confirm.isPending}>
            {say('form.duty.confirm')}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              setUntil(null);
            }}
          >
            {say('general.cancel')}
          </Button>
        </form>
      )}
      {!readOnly && until === null && (
        <div className={styles.tools}>
          {mayConfirm && (
            <Button
              size="small"
              aria-label={say('form.duty.confirmOf', { title })}
              onClick={() => {
                setUntil(validUntil !== null && validUntil >= today ? validUntil : addMonths(today, 12));
              }}
            >
              {say('form.duty.confirm')}
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            aria-label={say('form.duty.endOf', { title })}
            disabledFocusable={save.isPending}
            onClick={() => {
              save.mutate({ params: { pairId }, request: { id, kindId, title, since, validUntil, ended: true } });
            }}
          >
            {say('form.duty.end')}
          </Button>
        </div>
      )}
    </li>
  );
}
