import { Body1, Button, Caption1, Dropdown, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { BookingJobsResponse } from '#contract/booking-jobs.ts';
import { isLocalDate } from '#core/time.ts';
import { useChange } from '../../api/use-change.ts';
import { say } from '../../text/say.ts';
import { DayField } from '../../ui/DayField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useBookingJobsStyles } from './BookingJobs.styles.ts';

type Group = BookingJobsResponse['withoutSeries'][number];

const gaps = [0, 5, 10, 15, 30];
const usualGap = 10;

interface StartJobProps {
  readonly groups: readonly Group[];
  /** Another job is open. */
  readonly isBusy: boolean;
  readonly firstDay: string;
  readonly today: string;
}

/** Chooses for whom, from when and how close together, and starts booking. */
export function StartJob({ groups, isBusy, firstDay, today }: StartJobProps) {
  const styles = useBookingJobsStyles();
  // Pressed twice it is started once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [units, setUnits] = useState<readonly string[]>([]);
  const [grades, setGrades] = useState<readonly string[]>([]);
  const [from, setFrom] = useState(firstDay);
  const [breathingMinutes, setBreathing] = useState(usualGap);
  const start = useChange('startBookingJob');
  const total = sumOf(groups);
  if (total === 0) {
    return (
      <Panel title={say('jobs.new')}>
        <EmptyState title={say('jobs.nobody')}>{say('jobs.nobodyWords')}</EmptyState>
      </Panel>
    );
  }
  const chosen = sumOf(groups.filter((one) => isAmong(units, one.unit) && isAmong(grades, one.grade)));
  const isPast = !isLocalDate(from) || from < today;
  const isOff = chosen === 0 || isPast || isBusy || start.isPending;
  const begin = (): void => {
    if (isOff) return;
    const choice = { units: keysOf(units), grades: keysOf(grades) };
    start.mutate(
      { request: { id, choice, from, breathingMinutes } },
      {
        onSuccess: () => {
          setId(crypto.randomUUID());
        },
      },
    );
  };
  return (
    <Panel title={say('jobs.new')}>
      <div className={styles.stack}>
        <Body1>{say('jobs.without', { count: total })}</Body1>
        {start.error !== null && (
          <ErrorNotice
            error={start.error}
            onRetry={() => {
              start.reset();
            }}
          />
        )}
        <div className={styles.controls}>
          <Several
            label={say('jobs.units')}
            all={say('jobs.unitsAll')}
            none={say('jobs.unitNone')}
            counts={countsBy(groups, 'unit')}
            chosen={units}
            onChange={setUnits}
          />
          <Several
            label={say('jobs.grades')}
            all={say('jobs.gradesAll')}
            none={say('jobs.gradeNone')}
            counts={countsBy(groups, 'grade')}
            chosen={grades}
            onChange={setGrades}
          />
          <DayField
            label={say('jobs.from')}
            min={today}
            value={from}
            problem={isPast ? say('jobs.fromPast') : null}
            onChange={setFrom}
          />
          <Field className={styles.field} label={say('jobs.breathing')}>
            <Dropdown
              value={say('jobs.breathingMinutes', { minutes: breathingMinutes })}
              selectedOptions={[String(breathingMinutes)]}
              onOptionSelect={(_, { optionValue }) => {
                setBreathing(Number(optionValue ?? usualGap));
              }}
            >
              {gaps.map((minutes) => (
                <Option key={minutes} value={String(minutes)}>
                  {say('jobs.breathingMinutes', { minutes })}
                </Option>
              ))}
            </Dropdown>
          </Field>
        </div>
        <Caption1 className={styles.quiet}>{say('jobs.what')}</Caption1>
        {isBusy && <Caption1 className={styles.quiet}>{say('jobs.startOne')}</Caption1>}
        <Button appearance="primary" className={styles.start} disabledFocusable={isOff} onClick={begin}>
          {say('jobs.start', { count: chosen })}
        </Button>
      </div>
    </Panel>
  );
}

interface SeveralProps {
  readonly label: string;
  readonly all: string;
  readonly none: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Some of many, none meaning all. */
function Several({ label, all, none, counts, chosen, onChange }: SeveralProps) {
  const styles = useBookingJobsStyles();
  const nameOf = (key: string): string => (key === '' ? none : key);
  return (
    <Field className={styles.field} label={label}>
      <Dropdown
        multiselect
        placeholder={all}
        value={chosen.map(nameOf).join(', ')}
        selectedOptions={[...chosen]}
        onOptionSelect={(_, { selectedOptions }) => {
          onChange(selectedOptions);
        }}
      >
        {[...counts].map(([key, count]) => {
          const words = say('jobs.choose', { name: nameOf(key), count });
          return (
            <Option key={key} value={key} text={words}>
              {words}
            </Option>
          );
        })}
      </Dropdown>
    </Field>
  );
}

function sumOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function isAmong(chosen: readonly string[], value: string | null): boolean {
  return chosen.length === 0 || chosen.includes(value ?? '');
}

/** As the server takes it: nothing chosen is everything, and no name is null. */
function keysOf(chosen: readonly string[]): (string | null)[] | null {
  return chosen.length === 0 ? null : chosen.map((one) => (one === '' ? null : one));
}

function countsBy(groups: readonly Group[], part: 'unit' | 'grade'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const sorted = groups.toSorted((one, other) => (one[part] ?? '').localeCompare(other[part] ?? ''));
  for (const group of sorted) counts.set(group[part] ?? '', (counts.get(group[part] ?? '') ?? 0) + group.count);
  return counts;
}
