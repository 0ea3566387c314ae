import { makeStyles, tokens } from '@fluentui/react-components';

const narrow = '@container (max-width: 600px)';

/** The place one is at is marked by colour, filled icon and a bar. */
export const useRailStyles = makeStyles({
  rail: {
    gridArea: 'rail',
    display: 'flex',
    flexDirection: 'column',
    paddingTop: tokens.spacingVerticalXS,
    overflowY: 'auto',
    overflowX: 'hidden',
    [narrow]: { flexDirection: 'row', paddingTop: 0, overflow: 'hidden', justifyContent: 'space-around' },
  },
  gap: { flexGrow: 1, [narrow]: { display: 'none' } },
  wide: { [narrow]: { display: 'none' } },
  more: { display: 'none', [narrow]: { display: 'flex' } },
  moreButton: {
    border: 'none',
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
  link: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalXXS,
    flexShrink: 0,
    height: '56px',
    [narrow]: { minWidth: '56px', height: '60px' },
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground3,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
  count: { position: 'absolute', insetInlineEnd: '14px', top: '4px' },
  here: {
    color: tokens.colorBrandForeground1,
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      top: '8px',
      bottom: '8px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      [narrow]: {
        insetInlineStart: '16px',
        insetInlineEnd: '16px',
        top: 0,
        bottom: 'auto',
        width: 'auto',
        height: '3px',
      },
    },
  },
});
