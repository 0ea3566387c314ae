import { Title3 } from '@fluentui/react-components';
import { useRoute } from '../../api/use-route.ts';
import { AskedOfAll } from '../../features/people/AskedOfAll.tsx';
import { AskedOfYou } from '../../features/people/AskedOfYou.tsx';
import { FirstDay } from '../../features/people/FirstDay.tsx';
import { PeopleTable } from '../../features/people/PeopleTable.tsx';
import { say } from '../../text/say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { isFirstDay } from './ManagerHome.tsx';
import { usePageStyles } from './Page.styles.ts';

/** Everybody who reports to the reader, with what the policy asks for each. */
export function PeoplePage() {
  const styles = usePageStyles();
  const home = useRoute('home');
  if (home.isPending) return <PageSkeleton />;
  const people = home.data?.people ?? [];
  const isFirst = home.data !== undefined && isFirstDay(home.data);
  return (
    <div className={styles.page}>
      <Title3 as="h1" className={styles.title}>
        {say('people.title')}
      </Title3>
      {home.error !== null && (
        <ErrorNotice
          error={home.error}
          onRetry={() => {
            void home.refetch();
          }}
        />
      )}
      {home.data !== undefined && people.length === 0 && (
        <EmptyState title={say('people.none')}>{say('people.noneWhy')}</EmptyState>
      )}
      {people.length > 0 && !isFirst && (
        <Panel title={say('people.first')} count={people.length} aside={<AskedOfAll />}>
          <PeopleTable people={people} />
        </Panel>
      )}
      {isFirst && (
        <div className={styles.columns}>
          <FirstDay people={people} />
          <AskedOfYou />
        </div>
      )}
    </div>
  );
}
