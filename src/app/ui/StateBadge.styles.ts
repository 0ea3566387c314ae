import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const pill = {
  paddingInline: '5px 8px',
  border: `1px solid ${tokens.colorNeutralStroke1}`,
  borderRadius: tokens.borderRadiusCircular,
} as const;

export const useStateBadgeStyles = makeStyles({
  badge: {
    ...typographyStyles.caption1Strong,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    boxSizing: 'border-box',
    flexShrink: 0,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  settledIcon: { color: tokens.colorStatusSuccessForeground1 },
  settled: {},
  quiet: {},
  waiting: { ...pill, backgroundColor: tokens.colorNeutralBackground4 },
  late: {
    ...pill,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    borderTopColor: tokens.colorStatusWarningBorder1,
    borderBottomColor: tokens.colorStatusWarningBorder1,
    borderLeftColor: tokens.colorStatusWarningBorder1,
    borderRightColor: tokens.colorStatusWarningBorder1,
  },
});
