import { makeStyles, tokens } from '@fluentui/react-components';

export const usePanelStyles = makeStyles({
  panel: { padding: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalM, minWidth: 0, overflow: 'visible', backgroundColor: tokens.colorNeutralBackground1 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  count: { backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground2 },
  aside: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground3 },
});
