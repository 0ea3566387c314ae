import { makeStyles, tokens } from '@fluentui/react-components';

export const useOfferListStyles = makeStyles({
  months: { marginInlineStart: 'calc(min(42%, 300px) + 12px)', '@media (max-width: 760px)': { display: 'none' } },
  offers: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', marginInline: '-16px' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  chosen: { marginInlineStart: 'auto' },
});
