import { makeStyles, tokens } from '@fluentui/react-components';

/** One row; what matters least leaves first when it gets narrow. */
export const useTopBarStyles = makeStyles({
  bar: {
    height: '48px',
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalL,
    minWidth: 0,
  },
  notice: {
    flexShrink: 0,
    whiteSpace: 'nowrap',
    '@container (max-width: 1180px)': { display: 'none' },
  },
  trouble: { flexShrink: 0, whiteSpace: 'nowrap' },
  gap: { flexGrow: 1 },
  label: {
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
    '@container (max-width: 900px)': { display: 'none' },
  },
  person: { minWidth: '120px', width: '304px', flexShrink: 1 },
  personName: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  people: { maxHeight: '70vh' },
  short: {
    minWidth: '136px',
    width: '136px',
    whiteSpace: 'nowrap',
    '@container (max-width: 600px)': { display: 'none' },
  },
  phone: { flexShrink: 0, '@container (max-width: 600px)': { display: 'none' } },
  language: { '@container (max-width: 960px)': { display: 'none' } },
  beside: {
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    flexShrink: 0,
    '@container (max-width: 960px)': { display: 'none' },
  },
});
