import { makeStyles, tokens } from '@fluentui/react-components';

export const useClauseLinkStyles = makeStyles({
  brackets: { whiteSpace: 'nowrap' },
  link: { fontSize: 'inherit', lineHeight: 'inherit', textDecorationLine: 'underline' },
  surface: { maxWidth: 'min(360px, calc(100vw - 32px))', boxSizing: 'border-box' },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});
