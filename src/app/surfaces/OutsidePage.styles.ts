import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useOutsidePageStyles = makeStyles({
  page: { display: 'flex', justifyContent: 'center', padding: tokens.spacingHorizontalXXL },
  card: {
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    maxWidth: '560px',
    padding: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalXXXL,
  },
  title: { margin: 0 },
  steps: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  button: { alignSelf: 'flex-start' },
});
