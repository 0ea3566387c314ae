import { Button, Spinner, Tab, TabList, Text, Title3 } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { go } from '../control/route.ts';
import { useEvents } from '../graph/event-queries.ts';
import { addDays, dateOf, longDate, mondayOf, monthsOf } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { CalendarGrid } from './CalendarGrid.tsx';
import { usePageStyles } from './Page.styles.ts';
import { useNow } from './use-now.ts';

type View = 'day' | 'work-week' | 'week';

/** The signed-in person's calendar, in their own zone. */
export function CalendarPage(props: { readonly date: string | undefined }): React.JSX.Element {
  const styles = usePageStyles();
  const { session } = useHost();
  const now = useNow();
  const [view, setView] = useState<View>(() => (window.innerWidth < 640 ? 'day' : 'work-week'));
  const today = dateOf(now);
  const date = props.date ?? today;
  const first = view === 'day' ? date : mondayOf(date);
  const count = view === 'day' ? 1 : view === 'week' ? 7 : 5;
  const days = Array.from({ length: count }, (_none, index) => addDays(first, index));
  const last = days.at(-1) ?? first;
  const events = useEvents(first, last);
  const step = (direction: 1 | -1): void => {
    go({ page: 'calendar', date: addDays(date, direction * (view === 'day' ? 1 : 7)) });
  };
  return (
    <>
      <div className={styles.head}>
        <Button
          onClick={() => {
            go({ page: 'calendar', date: today });
          }}
        >
          Today
        </Button>
        <Button
          appearance="subtle"
          icon={<ChevronLeft20Regular />}
          aria-label={view === 'day' ? 'Day before' : 'Week before'}
          onClick={() => {
            step(-1);
          }}
        />
        <Button
          appearance="subtle"
          icon={<ChevronRight20Regular />}
          aria-label={view === 'day' ? 'Next day' : 'Next week'}
          onClick={() => {
            step(1);
          }}
        />
        <Title3 as="h1">{view === 'day' ? longDate(date) : monthsOf(first, last)}</Title3>
        {events.isFetching && events.data === undefined && <Spinner size="tiny" aria-label="Reading the calendar" />}
        <div className={styles.gap} />
        <Text size={200} className={styles.quiet}>
          {session.person.timeZone.replace('_', ' ')}
        </Text>
        <TabList
          size="small"
          selectedValue={view}
          onTabSelect={(_event, { value }) => {
            setView(value as View);
          }}
          aria-label="View"
        >
          <Tab value="day">Day</Tab>
          <Tab value="work-week">Work week</Tab>
          <Tab value="week">Week</Tab>
        </TabList>
      </div>
      {events.error && (
        <ProblemNotice
          title="The calendar could not be read"
          problem={events.error}
          again={() => void events.refetch()}
        />
      )}
      <CalendarGrid days={days} events={events.data ?? []} now={now} />
    </>
  );
}
