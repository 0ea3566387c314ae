import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const usePrepareWithStyles = makeStyles({
  title: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});
