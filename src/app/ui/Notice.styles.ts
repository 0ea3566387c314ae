import { makeStyles, tokens } from '@fluentui/react-components';

export const useNoticeStyles = makeStyles({
  bar: { width: '100%', boxSizing: 'border-box' },
  body: { whiteSpace: 'normal' },
  reference: { display: 'block', marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground3 },
});
