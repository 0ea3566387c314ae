import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const narrow = '@media (max-width: 900px)';
const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`;

export const useFormViewStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  sections: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  boxesSections: { rowGap: 0, borderTop: line },
  boxesSection: { rowGap: 0, border: line, borderTop: 'none' },
  boxesTitle: {
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: line,
  },
  boxesBody: { padding: tokens.spacingHorizontalS, minHeight: '56px' },
  // Lined paper: each thing said stands on a line of its own.
  notesBody: {
    rowGap: 0,
    '& > *': {
      paddingBlock: tokens.spacingVerticalS,
      borderBottom: `${tokens.strokeWidthThin} dotted ${tokens.colorNeutralStroke1}`,
    },
  },
  listSections: { rowGap: 0 },
  listSection: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, 1fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: line,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  oneColumn: { gridTemplateColumns: 'minmax(0, 1fr)' },
  stages: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalL,
    alignItems: 'start',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  stage: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
    minWidth: 0,
  },
  stageTitle: { ...typographyStyles.subtitle2, margin: 0 },
  point: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  pointBody: { flexGrow: 1, minWidth: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  toolStart: { alignSelf: 'flex-start' },
  duties: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  table: { ...typographyStyles.body1, width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  columnHead: {
    ...typographyStyles.caption1Strong,
    textAlign: 'start',
    padding: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    borderBottom: line,
  },
  // Read out only: in sight it would say the heading again.
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  by: { width: '34%' },
  cell: { padding: tokens.spacingHorizontalXS, verticalAlign: 'top', borderBottom: line, overflowWrap: 'anywhere' },
  said: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});
