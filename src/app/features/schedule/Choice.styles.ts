import { makeStyles } from '@fluentui/react-components';

export const useChoiceStyles = makeStyles({
  field: { minWidth: 0, flexGrow: 1, flexBasis: '120px' },
  dropdown: { minWidth: 0, width: '100%' },
});
