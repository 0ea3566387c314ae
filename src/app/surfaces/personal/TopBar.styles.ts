import { makeStyles, tokens } from '@fluentui/react-components';

const small = '@media (max-width: 640px)';

export const useTopBarStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '48px',
    paddingInline: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tools: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    marginInlineStart: 'auto',
    marginInlineEnd: '12px',
  },
  words: { [small]: { display: 'none' } },
});
