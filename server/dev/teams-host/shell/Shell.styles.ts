import { makeStyles, tokens } from '@fluentui/react-components';

/** Bar above, rail left, page in the rest; on a narrow screen the rail lies below. */
export const useShellStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateColumns: '68px minmax(0, 1fr)',
    gridTemplateRows: '48px minmax(0, 1fr)',
    gridTemplateAreas: '"bar bar" "rail page"',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (max-width: 600px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: '48px minmax(0, 1fr) 60px',
      gridTemplateAreas: '"bar" "page" "rail"',
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
    '@media (max-width: 600px)': { borderTopLeftRadius: 0 },
  },
});
