import { Button, Spinner, Tab, TabList, Text, Title3 } from '@fluentui/react-components';
import { CalendarAdd20Regular, ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { go } from '../control/route.ts';
import type { CalendarView } from '../control/route.ts';
import { changeSettings, useSettings } from '../control/settings.ts';
import { useEvents } from '../graph/event-queries.ts';
import { addDays, addMinutes, dateOf, longDate, minuteOf, mondayOf, monthsOf, shortDate } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { CalendarGrid } from './CalendarGrid.tsx';
import type { Span } from './calendar-span.ts';
import { MoveEventDialog } from './MoveEventDialog.tsx';
import { usePageStyles } from './Page.styles.ts';
import type { Moving } from './use-calendar-move.ts';
import { useNow } from './use-now.ts';

/** The signed-in person's calendar, in their own zone. */
export function CalendarPage(props: {
  readonly date: string | undefined;
  readonly view: CalendarView | undefined;
}): React.JSX.Element {
  const styles = usePageStyles();
  const { session, ask } = useHost();
  const now = useNow();
  const { calendarView, isPhone } = useSettings();
  const view = props.view ?? (window.innerWidth < 640 || isPhone ? 'day' : calendarView);
  const [question, setQuestion] = useState<Moving & { settled: () => void }>();
  const today = dateOf(now);
  const date = props.date ?? today;
  const first = view === 'day' ? date : mondayOf(date);
  const count = view === 'day' ? 1 : view === 'week' ? 7 : 5;
  const days = Array.from({ length: count }, (_none, index) => addDays(first, index));
  const last = days.at(-1) ?? first;
  const events = useEvents(first, last);
  const turn = (direction: number): void => {
    go({ page: 'calendar', date: addDays(date, direction * (view === 'day' ? 1 : 7)), view: props.view });
  };
  const create = ({ start, end }: Span): void => {
    ask({ kind: 'event', draft: { subject: '', start, end, isAllDay: false, attendees: [], text: '' } });
  };
  return (
    <>
      <div className={styles.head}>
        <Button
          onClick={() => {
            go({ page: 'calendar', date: today, view: props.view });
          }}
        >
          Today
        </Button>
        <Button
          appearance="subtle"
          icon={<ChevronLeft20Regular />}
          aria-label={view === 'day' ? 'Day before' : 'Week before'}
          onClick={() => {
            turn(-1);
          }}
        />
        <Button
          appearance="subtle"
          icon={<ChevronRight20Regular />}
          aria-label={view === 'day' ? 'Next day' : 'Next week'}
          onClick={() => {
            turn(1);
          }}
        />
        <Title3 as="h1" className={styles.title}>
          <span className={styles.wideWords}>{view === 'day' ? longDate(date) : monthsOf(first, last)}</span>
          <span className={styles.narrowWords}>{view === 'day' ? shortDate(date) : monthsOf(first, last)}</span>
        </Title3>
        {events.isFetching && events.data === undefined && <Spinner size="tiny" aria-label="Reading the calendar" />}
        <div className={styles.gap} />
        <Text size={200} className={styles.spare}>
          {session.person.timeZone.replace('_', ' ')}
        </Text>
        <TabList
          className={styles.spare}
          size="small"
          selectedValue={view}
          onTabSelect={(_event, { value }) => {
            const chosen = value as CalendarView;
            changeSettings({ calendarView: chosen });
            go({ page: 'calendar', date, view: chosen });
          }}
          aria-label="View"
        >
          <Tab value="day">Day</Tab>
          <Tab value="work-week">Work week</Tab>
          <Tab value="week">Week</Tab>
        </TabList>
        <Button
          appearance="primary"
          className={styles.iconOnly}
          icon={<CalendarAdd20Regular />}
          aria-label="New event"
          onClick={() => {
            create(nextHalfHour(days.includes(today) ? now : `${date}T09:00`));
          }}
        >
          <span className={styles.wideWords}>New event</span>
        </Button>
      </div>
      {events.error && (
        <ProblemNotice
          title="The calendar could not be read"
          problem={events.error}
          again={() => void events.refetch()}
        />
      )}
      <CalendarGrid
        days={days}
        events={events.data ?? []}
        now={now}
        create={create}
        turn={turn}
        move={(moving, settled) => {
          setQuestion({ ...moving, settled });
        }}
      />
      {question !== undefined && (
        <MoveEventDialog
          event={question.event}
          to={question.span}
          close={() => {
            setQuestion(undefined);
            question.settled();
          }}
        />
      )}
    </>
  );
}

function nextHalfHour(at: string): Span {
  const minute = Math.min(23 * 60, Math.ceil(minuteOf(at) / 30) * 30);
  const start = addMinutes(`${dateOf(at)}T00:00`, minute);
  return { start, end: addMinutes(start, 30) };
}
