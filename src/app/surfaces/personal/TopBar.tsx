import { Button } from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons/svg/calendar-add';
import { CalendarLock20Regular } from '@fluentui/react-icons/svg/calendar-lock';
import { Link20Regular } from '@fluentui/react-icons/svg/link';
import { Suspense } from 'react';
import { useLocation } from 'wouter';
import { useMe } from '../../api/use-me.ts';
import { say } from '../../text/say.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { OverflowTabs } from '../../ui/OverflowTabs.tsx';
import { useDialogOnDemand } from '../../ui/use-dialog.ts';
import { useTopBarStyles } from './TopBar.styles.ts';

const OwnHoursDialog = lazyPart(
  async () => (await import('../../features/own-hours/OwnHoursDialog.tsx')).OwnHoursDialog,
);
const FeedDialog = lazyPart(async () => (await import('../../features/feed/FeedDialog.tsx')).FeedDialog);

/** The parts of the personal tab, and the one thing that can be started from anywhere. */
export function TopBar() {
  const styles = useTopBarStyles();
  const me = useMe();
  const [location, navigate] = useLocation();
  const dialog = useDialogOnDemand<'feed' | 'hours'>();
  return (
    <header className={styles.bar}>
      <OverflowTabs
        className={styles.tabs}
        label={say('people.nav')}
        tabs={[
          { value: '/', words: say('people.home') },
          ...(me.hasPeople ? [{ value: '/people', words: say('people.title') }] : []),
          { value: '/policy', words: say('policy.title') },
          ...(me.isHr
            ? [
                { value: '/book-for-many', words: say('people.bookForMany') },
                { value: '/hand-over', words: say('people.handOver') },
              ]
            : []),
          ...(me.isAdministrator ? [{ value: '/policies', words: say('people.policies') }] : []),
        ]}
        selected={partOf(location)}
        onSelect={navigate}
      />
      <div className={styles.tools}>
        <Button
          className={styles.tool}
          appearance="subtle"
          icon={<CalendarLock20Regular />}
          aria-label={say('people.ownHours')}
          title={say('people.ownHours')}
          onClick={() => {
            dialog.ask('hours');
          }}
        />
        <Button
          appearance="subtle"
          className={styles.tool}
          icon={<Link20Regular />}
          aria-label={say('people.calendarLink')}
          onClick={() => {
            dialog.ask('feed');
          }}
        >
          <span className={styles.words}>{say('people.calendarLink')}</span>
        </Button>
        {me.hasPeople && !location.endsWith('/schedule') && location !== '/people/schedule-all' && (
          <Button
            className={styles.tool}
            icon={<CalendarAdd20Regular />}
            aria-label={say('people.scheduleAll')}
            onClick={() => {
              navigate('/people/schedule-all');
            }}
          >
            <span className={styles.words}>{say('people.scheduleAll')}</span>
          </Button>
        )}
      </div>
      {dialog.asked !== null && (
        <Suspense fallback={null}>
          {dialog.asked === 'feed' ? (
            <FeedDialog key={dialog.key} onClose={dialog.done} />
          ) : (
            <OwnHoursDialog key={dialog.key} onClose={dialog.done} />
          )}
        </Suspense>
      )}
    </header>
  );
}

function partOf(location: string): string | null {
  if (location === '/' || ['/policy', '/book-for-many', '/hand-over'].includes(location)) return location;
  if (location.startsWith('/policies')) return '/policies';
  return location.startsWith('/people') ? '/people' : null;
}
