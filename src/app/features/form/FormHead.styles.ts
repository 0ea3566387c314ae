import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const narrow = '@media (max-width: 700px)';
const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`;

export const useFormHeadStyles = makeStyles({
  head: { margin: 0, minWidth: 0 },
  field: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  value: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere', minHeight: '20px' },
  none: { color: tokens.colorNeutralForeground3 },
  list: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXXL, rowGap: tokens.spacingVerticalS },
  // Printed lines: a word, then what stands on the line.
  notes: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  notesField: { flexDirection: 'row', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  notesLabel: { ...typographyStyles.body1, minWidth: '88px' },
  notesValue: { flexGrow: 1, borderBottom: `${tokens.strokeWidthThin} dotted ${tokens.colorNeutralStroke1}` },
  // A table of boxes, two fields to a row.
  boxes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    borderTop: line,
    borderInlineStartWidth: tokens.strokeWidthThin,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  boxesOneColumn: { gridTemplateColumns: 'minmax(0, 1fr)' },
  boxesField: {
    display: 'grid',
    gridTemplateColumns: 'minmax(92px, 2fr) minmax(0, 3fr)',
    borderBottom: line,
    borderInlineEndWidth: tokens.strokeWidthThin,
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke1,
    // Without a neighbour it has the row to itself.
    ':last-child:nth-child(odd)': { gridColumn: '1 / -1' },
  },
  boxesLabel: {
    ...typographyStyles.caption1Strong,
    padding: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderInlineEndWidth: tokens.strokeWidthThin,
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke1,
  },
  boxesValue: { padding: tokens.spacingHorizontalS },
  editor: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  input: { width: '100%', maxWidth: '240px', minWidth: 0 },
  days: { width: '104px', minWidth: 0 },
  unit: { ...typographyStyles.caption1, whiteSpace: 'nowrap', overflowWrap: 'normal' },
  lastTime: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
  },
});
