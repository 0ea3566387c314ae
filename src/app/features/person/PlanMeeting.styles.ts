import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const usePlanMeetingStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  form: { maxWidth: '640px' },
  short: { maxWidth: '160px' },
  says: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  further: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  button: { whiteSpace: 'nowrap' },
  times: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
});
