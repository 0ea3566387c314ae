import { makeStyles, tokens } from '@fluentui/react-components';

/** What the pages have in common: a head of one row, and a body that scrolls. */
export const usePageStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '48px',
    boxSizing: 'border-box',
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis', minWidth: 0 },
  spare: { color: tokens.colorNeutralForeground3, '@media (max-width: 760px)': { display: 'none' } },
  tab: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  away: { display: 'none' },
  brand: { color: tokens.colorBrandForeground1 },
  gap: { flexGrow: 1 },
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: tokens.spacingHorizontalXL },
  column: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '960px' },
  adding: { display: 'flex', alignItems: 'end', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  empty: { padding: tokens.spacingHorizontalXXL, color: tokens.colorNeutralForeground3, textAlign: 'center' },
  files: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  file: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});
