import { makeStyles, tokens } from '@fluentui/react-components';

export const useBetterTimesStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  place: { display: 'flex', flexDirection: 'column', outlineStyle: 'none' },
  // There all the while, to be read out once it says something; until then it takes no room.
  status: { ':not(:empty)': { marginTop: tokens.spacingVerticalM } },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
