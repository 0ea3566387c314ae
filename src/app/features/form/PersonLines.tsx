import type { FormResponse } from '#contract/form.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { useFormViewStyles } from './FormView.styles.ts';

interface PersonLinesProps {
  readonly answer: FormResponse;
  /** The meeting is still to come or under way. */
  readonly isOpen: boolean;
}

function leaveWords({ state, daysLeft, evenDays, weeksToGo }: NonNullable<FormResponse['leave']>): string {
  return say(`form.leave.${state}`, {
    days: say('form.days', { days: daysLeft }),
    even: say('form.days', { days: evenDays }),
    weeks: weeksToGo,
  });
}

function absenceWords(days: number | null): string {
  if (days === null) return say('form.absence.asked');
  return days === 0 ? say('form.absence.none') : say('form.absence.some', { days: say('form.days', { days }) });
}

/** What leave and absence say, encouraging and without blame (FORM-4, FORM-5). */
export function PersonLines({ answer: { leave, absence }, isOpen }: PersonLinesProps) {
  const styles = useFormViewStyles();
  if (!isOpen || (leave === null && absence === null)) return null;
  return (
    <div className={styles.said}>
      {leave !== null && <PolicyLine clause={leave.clause}>{leaveWords(leave)}</PolicyLine>}
      {absence !== null && <PolicyLine clause={absence.clause}>{absenceWords(absence.days)}</PolicyLine>}
    </div>
  );
}
