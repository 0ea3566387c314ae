import { mergeClasses, Overflow, OverflowItem, useOverflowMenu } from '@fluentui/react-components';
import { Suspense } from 'react';
import { lazyPart } from './lazy-part.ts';
import { useOverflowTabsStyles } from './OverflowTabs.styles.ts';
import { Tabs, type TabsProps } from './Tabs.tsx';

const TabsMenu = lazyPart(async () => (await import('./TabsMenu.tsx')).TabsMenu);

type OverflowTabsProps<Value extends string> = Omit<TabsProps<Value>, 'wrap'>;

/** Areas of a page in one row. Those without room go into a menu at its end; the one shown never does. */
export function OverflowTabs<Value extends string>({ className, ...tabs }: OverflowTabsProps<Value>) {
  const styles = useOverflowTabsStyles();
  return (
    <Overflow padding={0} minimumVisible={1}>
      <div className={mergeClasses(styles.row, className)}>
        <Tabs
          {...tabs}
          className={styles.tabs}
          wrap={(tab, value) =>
            value === tabs.selected ? (
              <OverflowItem key={value} id={value} pinned>
                {tab}
              </OverflowItem>
            ) : (
              <OverflowItem key={value} id={value}>
                {tab}
              </OverflowItem>
            )
          }
        />
        <Rest {...tabs} />
      </div>
    </Overflow>
  );
}

function Rest<Value extends string>({ tabs, onSelect }: Pick<OverflowTabsProps<Value>, 'tabs' | 'onSelect'>) {
  const styles = useOverflowTabsStyles();
  const { ref, isOverflowing } = useOverflowMenu<HTMLDivElement>();
  if (!isOverflowing) return null;
  return (
    <div ref={ref} className={styles.menu}>
      <Suspense fallback={null}>
        <TabsMenu
          tabs={tabs}
          onSelect={(chosen) => {
            const tab = tabs.find(({ value }) => value === chosen);
            if (tab !== undefined) onSelect(tab.value);
          }}
        />
      </Suspense>
    </div>
  );
}
