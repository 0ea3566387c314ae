import { makeStyles, tokens } from '@fluentui/react-components';

export const useOwnHoursStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, flexBasis: '100%' },
  day: { minWidth: '44px', paddingInline: tokens.spacingHorizontalS },
  time: { minWidth: '104px' },
  wrong: { flexBasis: '100%' },
});
