import { makeStyles, tokens } from '@fluentui/react-components';

const small = '@media (max-width: 640px)';

export const useTopBarStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '48px',
    paddingInline: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { flexGrow: 1, flexBasis: 0 },
  tools: {
    display: 'flex',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalS,
    marginBlock: tokens.spacingVerticalXS,
    marginInlineStart: 'auto',
    marginInlineEnd: '12px',
    [small]: { marginInlineEnd: 0 },
  },
  // On a narrow screen an icon alone says it, so that all stays in one line with the tabs.
  tool: { [small]: { minWidth: '32px', paddingInline: '5px', '& .fui-Button__icon': { marginInline: 0 } } },
  words: { [small]: { display: 'none' } },
});
