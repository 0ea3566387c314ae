import { Caption1, mergeClasses } from '@fluentui/react-components';
import { ArrowRight12Regular } from '@fluentui/react-icons/svg/arrow-right';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { Subtract12Regular } from '@fluentui/react-icons/svg/subtract';
import type { SlotOfferView } from '#contract/series.ts';
import { addDays, daysBetween, startOfWeek } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { sayMonth } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { settlementOf, type OfferedMeeting, type Settlements } from './plan-choice.ts';
import { useWeekStripStyles } from './WeekStrip.styles.ts';

type Cell = 'free' | 'moved' | 'clash' | 'skipped';

interface WeekStripProps {
  readonly offer: SlotOfferView;
  readonly from: LocalDate;
  readonly weeks: number;
  /** Left out: clashes are shown as they are, not as they will be settled. */
  readonly settlements?: Settlements | undefined;
}

/** The weeks of an offer as a picture: filled, arrow, cross, line. The same facts stand beside it in words. */
export function WeekStrip({ offer, from, weeks, settlements }: WeekStripProps) {
  const styles = useWeekStripStyles();
  const cells = cellsOf(offer.occurrences, from, weeks, settlements);
  return (
    <div className={styles.strip} aria-hidden="true">
      {cells.map((cell, week) => (
        <span key={week} className={styles.week}>
          <WeekCell cell={cell} />
        </span>
      ))}
    </div>
  );
}

function WeekCell({ cell }: { readonly cell: Cell | null }) {
  const styles = useWeekStripStyles();
  if (cell === null) return <span className={styles.none} />;
  return (
    <span className={mergeClasses(styles.cell, styles[cell])}>
      {cell === 'moved' && <ArrowRight12Regular />}
      {cell === 'clash' && <Dismiss12Regular />}
      {cell === 'skipped' && <Subtract12Regular />}
    </span>
  );
}

function cellsOf(
  meetings: readonly OfferedMeeting[],
  from: LocalDate,
  weeks: number,
  settlements: Settlements | undefined,
): (Cell | null)[] {
  const cells = Array.from({ length: weeks }, (): Cell | null => null);
  const monday = startOfWeek(from);
  for (const meeting of meetings) {
    const week = Math.floor(daysBetween(monday, meeting.originalDate) / 7);
    if (week >= 0 && week < weeks) cells[week] = cellOf(meeting, settlements);
  }
  return cells;
}

function cellOf(meeting: OfferedMeeting, settlements: Settlements | undefined): Cell {
  if (meeting.clashes.length === 0) return 'free';
  if (settlements === undefined) return 'clash';
  const how = settlementOf(meeting, settlements);
  if (how === 'keep') return 'clash';
  return how === 'move' ? 'moved' : 'skipped';
}

/** The months over the weeks of the strips below. */
export function MonthRow({ from, weeks }: Pick<WeekStripProps, 'from' | 'weeks'>) {
  const styles = useWeekStripStyles();
  const monday = startOfWeek(from);
  const days = Array.from({ length: weeks }, (_, week) => addDays(monday, week * 7));
  return (
    <div className={styles.strip} aria-hidden="true">
      {days.map((day, week) => {
        const isFirst = week === 0 ? Number(day.slice(8)) <= 21 : day.slice(5, 7) !== days[week - 1]?.slice(5, 7);
        return (
          <span key={day} className={styles.month}>
            {isFirst && <Caption1>{sayMonth(day)}</Caption1>}
          </span>
        );
      })}
    </div>
  );
}

/** What the shapes of the strips mean. */
export function WeekLegend() {
  const styles = useWeekStripStyles();
  return (
    <div className={styles.legend} aria-hidden="true">
      <LegendEntry cell="free" words={say('schedule.legend.free')} />
      <LegendEntry cell="moved" words={say('schedule.legend.moved')} />
      <LegendEntry cell="clash" words={say('schedule.legend.clash')} />
      <LegendEntry cell="skipped" words={say('schedule.legend.skipped')} />
      <LegendEntry cell={null} words={say('schedule.legend.none')} />
    </div>
  );
}

function LegendEntry({ cell, words }: { readonly cell: Cell | null; readonly words: string }) {
  const styles = useWeekStripStyles();
  return (
    <span className={styles.entry}>
      <span className={styles.sample}>
        <WeekCell cell={cell} />
      </span>
      <Caption1>{words}</Caption1>
    </span>
  );
}
