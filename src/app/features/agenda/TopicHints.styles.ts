import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useTopicHintsStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
  list: { listStyleType: 'none', margin: 0, padding: 0, paddingInlineStart: '28px' },
  prompt: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS },
  words: { ...typographyStyles.caption1, flexGrow: 1, paddingTop: tokens.spacingVerticalXS },
});
