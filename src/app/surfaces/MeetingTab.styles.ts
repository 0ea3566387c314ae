import { makeStyles, tokens } from '@fluentui/react-components';

const small = '@media (max-width: 480px)';

export const useMeetingTabStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: '16px',
    paddingInline: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { marginInline: `calc(-1 * ${tokens.spacingHorizontalMNudge})`, flexWrap: 'wrap' },
  page: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    padding: '16px',
    [small]: { paddingInline: '8px' },
  },
});
