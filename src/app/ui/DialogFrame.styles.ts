import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useDialogFrameStyles = makeStyles({
  surface: { maxWidth: 'min(600px, calc(100vw - 32px))' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, outlineStyle: 'none' },
  says: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
