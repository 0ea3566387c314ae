import { Suspense } from 'react';
import type { HomeResponse } from '#contract/pairs.ts';
import { NeedsYou } from '../../features/home/NeedsYou.tsx';
import { findNeeds } from '../../features/home/needs.ts';
import { OwnOneToOne } from '../../features/home/OwnOneToOne.tsx';
import { TodayCard } from '../../features/home/TodayCard.tsx';
import { AskedOfAll } from '../../features/people/AskedOfAll.tsx';
import { AskedOfYou } from '../../features/people/AskedOfYou.tsx';
import { FirstDay } from '../../features/people/FirstDay.tsx';
import { PeopleTable } from '../../features/people/PeopleTable.tsx';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useToday } from '../../ui/use-today.ts';
import { ActionsCard } from './ActionsCard.tsx';
import { usePageStyles } from './Page.styles.ts';

const BetterTimes = lazyPart(async () => (await import('../../features/rescheduling/BetterTimes.tsx')).BetterTimes);

/** Whether a manager has people and nothing with any of them yet. */
export function isFirstDay(home: HomeResponse): boolean {
  return (
    home.people.length > 0 &&
    home.people.every((pair) => pair.series === null && pair.last === null && pair.next === null)
  );
}

interface ManagerHomeProps {
  readonly home: HomeResponse;
}

/** Home of somebody with people: today and all of them on the left, what is theirs to do on the right. */
export function ManagerHome({ home }: ManagerHomeProps) {
  const styles = usePageStyles();
  const { now, zone } = useToday();
  const isFirst = isFirstDay(home);
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {home.today.length > 0 && <TodayCard today={home.today} />}
        {isFirst ? (
          <FirstDay people={home.people} />
        ) : (
          <Panel title={say('people.title')} aside={<AskedOfAll />}>
            <PeopleTable people={home.people} />
          </Panel>
        )}
      </div>
      <div className={styles.column}>
        {isFirst ? (
          <AskedOfYou />
        ) : (
          <>
            <NeedsYou needs={findNeeds(home, now, zone)} />
            <Suspense fallback={null}>
              <BetterTimes pairs={[...home.people, ...home.mine]} />
            </Suspense>
            <ActionsCard title={say('home.myActions')} actions={home.myActions} empty={say('home.noActions')} />
          </>
        )}
        {home.mine.length > 0 && <OwnOneToOne mine={home.mine} />}
      </div>
    </div>
  );
}
