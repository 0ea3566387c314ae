import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useAgendaEditorStyles = makeStyles({
  editor: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  add: { alignSelf: 'flex-start' },
  empty: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
  told: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  order: { display: 'flex', flexDirection: 'column', alignItems: 'center' },
  compactOrder: { display: 'flex', alignItems: 'center' },
  arrow: { minWidth: '24px', width: '24px', height: '24px', padding: 0 },
  open: {
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  titleButton: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    minWidth: 0,
    padding: 0,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    whiteSpace: 'normal',
    ':hover': { textDecorationLine: 'underline' },
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXS,
    paddingTop: tokens.spacingVerticalXS,
  },
});
