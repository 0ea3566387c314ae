import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useIsOverflowItemVisible,
} from '@fluentui/react-components';
import { say } from '../text/say.ts';
import { useOverflowTabsStyles } from './OverflowTabs.styles.ts';

interface TabsMenuProps {
  readonly tabs: readonly { readonly value: string; readonly words: string }[];
  readonly onSelect: (value: string) => void;
}

/** The areas of a page that have no room in its row of tabs. */
export function TabsMenu({ tabs, onSelect }: TabsMenuProps) {
  const styles = useOverflowTabsStyles();
  return (
    <Menu positioning={{ autoSize: 'height' }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" className={styles.button}>
          {say('people.moreTabs')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {tabs.map((tab) => (
            <TabItem key={tab.value} {...tab} onSelect={onSelect} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function TabItem({ value, words, onSelect }: TabsMenuProps['tabs'][number] & Pick<TabsMenuProps, 'onSelect'>) {
  const isVisible = useIsOverflowItemVisible(value);
  if (isVisible) return null;
  return (
    <MenuItem
      onClick={() => {
        onSelect(value);
      }}
    >
      {words}
    </MenuItem>
  );
}
