import { makeStyles, tokens } from '@fluentui/react-components';

const small = '@media (max-width: 760px)';

export const useOfferRowStyles = makeStyles({
  row: {
    paddingInline: '16px',
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
  },
  open: { backgroundColor: tokens.colorNeutralBackground3, borderInlineStartColor: tokens.colorBrandStroke1 },
  head: {
    display: 'grid',
    gridTemplateColumns: 'min(42%, 300px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    [small]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  radio: { minWidth: 0, alignItems: 'flex-start' },
  label: { minWidth: 0 },
  name: { color: tokens.colorNeutralForeground1 },
  strip: { minWidth: 0, [small]: { paddingInlineStart: '32px' } },
  detail: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    marginInlineStart: '36px',
    marginTop: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [small]: { marginInlineStart: 0 },
  },
  clash: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  day: { minWidth: '92px' },
  why: { flexGrow: 1, flexBasis: '180px' },
  choice: { flexGrow: 1, flexBasis: '220px', maxWidth: '300px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});
