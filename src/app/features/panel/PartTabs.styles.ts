import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const usePartTabsStyles = makeStyles({
  tabs: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    marginInlineStart: '-4px',
    paddingInlineEnd: tokens.spacingHorizontalL,
  },
  tab: {
    ...typographyStyles.body1,
    position: 'relative',
    padding: `${tokens.spacingVerticalS} 6px`,
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground2Hover, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (forced-colors: active)': { color: 'ButtonText' },
  },
  selected: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    '::after': {
      content: '""',
      position: 'absolute',
      bottom: 0,
      left: '6px',
      right: '6px',
      height: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
      borderRadius: tokens.borderRadiusCircular,
    },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'Highlight' } },
  },
  word: {
    display: 'inline-grid',
    '::after': {
      content: 'attr(data-word)',
      height: 0,
      overflow: 'hidden',
      visibility: 'hidden',
      fontWeight: tokens.fontWeightSemibold,
    },
  },
});
