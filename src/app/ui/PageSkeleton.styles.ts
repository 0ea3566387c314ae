import { makeStyles, tokens } from '@fluentui/react-components';

export const usePageSkeletonStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalXXL },
  title: { maxWidth: '280px' },
});
