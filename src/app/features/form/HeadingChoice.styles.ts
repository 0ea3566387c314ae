import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useHeadingChoiceStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  label: { ...typographyStyles.caption1, whiteSpace: 'nowrap', color: tokens.colorNeutralForeground3 },
  choice: { flexGrow: 1, minWidth: 0, '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
});
