import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const low = '@media (max-height: 479px)';

export const useOutlookPaneStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100dvh',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    [low]: { height: 'auto', minHeight: '100dvh' },
  },
  alone: {
    minHeight: '100dvh',
    boxSizing: 'border-box',
    padding: '12px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  part: { padding: '12px 16px', borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  hidden: { position: 'absolute', width: '1px', height: '1px', margin: 0, overflow: 'hidden', clipPath: 'inset(50%)' },
  middle: {
    flexGrow: 1,
    minHeight: 0,
    overflowX: 'hidden',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: '12px 16px',
    [low]: { overflowY: 'visible' },
  },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  add: { alignSelf: 'flex-start' },
  foot: {
    display: 'flex',
    flexDirection: 'column',
    padding: '12px 16px',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});
