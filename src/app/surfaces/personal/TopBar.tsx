import { Button } from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons/svg/calendar-add';
import { useLocation } from 'wouter';
import { useMe } from '../../api/use-me.ts';
import { say } from '../../text/say.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useTopBarStyles } from './TopBar.styles.ts';

/** The parts of the personal tab, and the one thing that can be started from anywhere. */
export function TopBar() {
  const styles = useTopBarStyles();
  const me = useMe();
  const [location, navigate] = useLocation();
  return (
    <header className={styles.bar}>
      <Tabs
        label={say('people.nav')}
        tabs={[
          { value: '/', words: say('people.home') },
          ...(me.hasPeople ? [{ value: '/people', words: say('people.title') }] : []),
          { value: '/policy', words: say('policy.title') },
          ...(me.isAdministrator ? [{ value: '/policies', words: say('people.policies') }] : []),
        ]}
        selected={partOf(location)}
        onSelect={navigate}
      />
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
  if (location.startsWith('/policies')) return '/policies';
  return location.startsWith('/people') ? '/people' : null;
}
