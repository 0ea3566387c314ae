import { makeStyles, tokens } from '@fluentui/react-components';

export const useCheckCardStyles = makeStyles({
  strip: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  consequence: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM },
  icon: { color: tokens.colorBrandForeground1 },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  undo: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground2 },
});
