import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const usePointLineStyles = makeStyles({
  point: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  body: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalXXS, flexGrow: 1, minWidth: 0 },
  wideBody: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    flexGrow: 1,
    minWidth: 0,
  },
  text: { ...typographyStyles.body1, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', margin: 0 },
  badge: { whiteSpace: 'nowrap', border: `1px solid ${tokens.colorNeutralStroke1}` },
  more: { flexShrink: 0, minWidth: '24px', width: '24px', height: '24px', padding: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXXS, marginInlineStart: '-6px' },
  tool: { minWidth: 0, paddingInline: '6px' },
  editor: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, width: '100%' },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
});
