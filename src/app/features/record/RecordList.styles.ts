import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useRecordListStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  items: { listStyleType: 'none', margin: 0, padding: 0 },
  action: {
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  besides: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  deleted: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
  },
  writing: {
    ...typographyStyles.caption1,
    minHeight: '16px',
    paddingInlineStart: '32px',
    color: tokens.colorNeutralForeground3,
  },
});
