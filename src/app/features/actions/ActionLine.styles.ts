import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useActionLineStyles = makeStyles({
  action: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  box: { flexShrink: 0, margin: '-6px 0 -6px -8px' },
  words: { display: 'flex', flexDirection: 'column', rowGap: '2px', minWidth: 0, flexGrow: 1 },
  text: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  settled: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  under: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  owner: { display: 'inline-flex', alignItems: 'center' },
  name: { marginInlineStart: tokens.spacingHorizontalXS },
  late: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  more: { flexShrink: 0, minWidth: '24px', width: '24px', height: '24px', padding: 0 },
  dot: { paddingInline: '6px' },
});
