import { makeStyles, tokens } from '@fluentui/react-components';

/** Bar above, rail left, page in the rest; in a narrow place the rail lies below. Places measure themselves, not the window. */
export const useShellStyles = makeStyles({
  shell: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    containerType: 'inline-size',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  room: { display: 'flex', flexGrow: 1, minHeight: 0, justifyContent: 'center' },
  desktop: { flexGrow: 1, minWidth: 0, minHeight: 0, containerType: 'inline-size' },
  phone: {
    width: '360px',
    maxHeight: '780px',
    flexShrink: 1,
    minHeight: 0,
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL}`,
    overflow: 'hidden',
    containerType: 'inline-size',
    borderRadius: '24px',
    boxShadow: `0 0 0 8px ${tokens.colorNeutralBackgroundInverted}, ${tokens.shadow28}`,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  places: {
    display: 'grid',
    gridTemplateColumns: '68px minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    gridTemplateAreas: '"rail page"',
    height: '100%',
    '@container (max-width: 600px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'minmax(0, 1fr) 60px',
      gridTemplateAreas: '"page" "rail"',
    },
  },
  page: {
    gridArea: 'page',
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    boxShadow: `-1px -1px 0 ${tokens.colorNeutralStroke2}`,
    '@container (max-width: 600px)': { borderTopLeftRadius: 0 },
  },
});
