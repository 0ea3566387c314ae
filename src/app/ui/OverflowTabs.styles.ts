import { makeStyles } from '@fluentui/react-components';

export const useOverflowTabsStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', minWidth: 0, overflow: 'hidden' },
  tabs: { flexWrap: 'nowrap', '& > *': { flexShrink: 0 } },
  // As wide before its code is there as after, so that the tabs beside it stay where they are.
  menu: { boxSizing: 'border-box', width: '84px' },
  button: { minWidth: 0, width: '100%', paddingInline: '8px', fontWeight: 'normal' },
});
