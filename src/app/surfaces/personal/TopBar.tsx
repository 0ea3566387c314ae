import { Button, Tab, TabList } from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons';
import { useLocation } from 'wouter';
import { useMe } from '../../api/use-me.ts';
import { say } from '../../text/say.ts';
import { useTopBarStyles } from './TopBar.styles.ts';

/** The parts of the personal tab, and the one thing that can be started from anywhere. */
export function TopBar() {
  const styles = useTopBarStyles();
  const me = useMe();
  const [location, navigate] = useLocation();
  return (
    <header className={styles.bar}>
      <TabList
        aria-label={say('people.nav')}
        selectedValue={partOf(location)}
        onTabSelect={(_, { value }) => {
          navigate(value as string);
        }}
      >
        <Tab value="/">{say('people.home')}</Tab>
        {me.hasPeople && <Tab value="/people">{say('people.title')}</Tab>}
        <Tab value="/policy">{say('policy.title')}</Tab>
      </TabList>
      {me.hasPeople && !location.endsWith('/schedule') && location !== '/people/schedule-all' && (
        <Button
          icon={<CalendarAdd20Regular />}
          className={styles.schedule}
          onClick={() => {
            navigate('/people/schedule-all');
          }}
        >
          {say('people.scheduleAll')}
        </Button>
      )}
    </header>
  );
}

function partOf(location: string): string | null {
  if (location === '/' || location === '/policy') return location;
  return location.startsWith('/people') ? '/people' : null;
}
