import { makeStyles, tokens } from '@fluentui/react-components';

/** Tables of what happened, with a card beside them where there is something to choose. */
export const useTableStyles = makeStyles({
  split: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalL,
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    '@container (max-width: 900px)': { flexDirection: 'column', alignItems: 'stretch' },
  },
  wide: { flexGrow: 1, minWidth: 0, overflowX: 'auto', '@container (max-width: 900px)': { flexShrink: 0 } },
  side: {
    width: '320px',
    flexShrink: 0,
    boxSizing: 'border-box',
    '@container (max-width: 900px)': { width: '100%', order: -1 },
  },
  last: { '@container (max-width: 900px)': { order: 1 } },
  time: { width: '72px' },
  date: { width: '132px' },
  from: { width: '64px' },
  frame: { width: '104px' },
  kind: { width: '150px' },
  who: { width: '160px' },
  func: { width: '196px' },
  small: { width: '72px' },
  break: { overflowWrap: 'anywhere' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    paddingBlock: tokens.spacingVerticalXXS,
  },
  unknown: { backgroundColor: tokens.colorStatusDangerBackground1 },
  asked: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  mark: { marginInlineStart: tokens.spacingHorizontalXS },
});
