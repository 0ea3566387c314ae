import { makeStyles } from '@fluentui/react-components';

const narrow = '@media (max-width: 900px)';

export const useOpenRecordStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 376px',
    gap: '16px',
    alignItems: 'start',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0 },
  record: { minWidth: 0 },
});
