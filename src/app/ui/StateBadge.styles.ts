import { makeStyles, tokens } from '@fluentui/react-components';

export const useStateBadgeStyles = makeStyles({
  plain: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minHeight: '24px' },
  icon: { display: 'inline-flex', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  settled: { color: tokens.colorStatusSuccessForeground1 },
  word: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  badge: {
    whiteSpace: 'nowrap',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media (forced-colors: active)': { border: '1px solid ButtonBorder' },
  },
});
