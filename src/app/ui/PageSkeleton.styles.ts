import { makeStyles, tokens } from '@fluentui/react-components';

const block = { backgroundColor: tokens.colorNeutralStencil1, borderRadius: tokens.borderRadiusMedium };

export const usePageSkeletonStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
  },
  title: { ...block, height: '28px', maxWidth: '280px' },
  row: { ...block, height: '32px' },
});
