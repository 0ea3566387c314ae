import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useTabsStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', minWidth: 0 },
  tab: {
    ...typographyStyles.body1,
    position: 'relative',
    paddingInline: '12px',
    minHeight: '48px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':hover::after': {
      content: '""',
      position: 'absolute',
      insetInline: '12px',
      bottom: 0,
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorNeutralStroke1Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  small: { paddingInline: '8px', minHeight: '36px', '::after': { insetInline: '8px' } },
  selected: {
    ...typographyStyles.body1Strong,
    color: tokens.colorNeutralForeground1,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: '12px',
      bottom: 0,
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
    ':hover::after': { backgroundColor: tokens.colorCompoundBrandStrokeHover },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'Highlight' } },
  },
  // The bold word is laid out behind the plain one, so that choosing a tab moves nothing.
  words: {
    display: 'inline-grid',
    '::after': {
      content: 'attr(data-words)',
      gridArea: '2 / 1',
      height: 0,
      overflow: 'hidden',
      visibility: 'hidden',
      fontWeight: tokens.fontWeightSemibold,
    },
  },
});
