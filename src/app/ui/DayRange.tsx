import '../text/say-later.ts';
import { say } from '../text/say.ts';
import { DayField } from './DayField.tsx';
import { useDayFieldStyles } from './DayField.styles.ts';
import { dayProblems, type AskedDays, type DayProblem } from './day-problems.ts';

interface DayRangeProps {
  readonly days: AskedDays;
  readonly onFrom: (from: string) => void;
  readonly onUntil: (until: string) => void;
  /** It was to be sent: what is missing is said too. */
  readonly isAsked: boolean;
}

/** Asks for a first day and, where there is one, a last. */
export function DayRange({ days, onFrom, onUntil, isAsked }: DayRangeProps) {
  const styles = useDayFieldStyles();
  const problems = dayProblems(days);
  const words = (problem: DayProblem | null): string | null =>
    problem === null || (problem === 'missing' && !isAsked) ? null : say(`range.${problem}`);
  return (
    <div className={styles.range}>
      <DayField
        label={say('range.from')}
        value={days.from}
        min={days.earliest ?? undefined}
        onChange={onFrom}
        problem={words(problems.from)}
        isRequired
      />
      {days.until !== null && (
        <DayField
          label={say('range.until')}
          value={days.until}
          min={days.from}
          onChange={onUntil}
          problem={words(problems.until)}
          isRequired
        />
      )}
    </div>
  );
}
