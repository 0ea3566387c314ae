import { makeStyles } from '@fluentui/react-components';

export const useChoiceStyles = makeStyles({
  field: { minWidth: 0 },
  dropdown: { minWidth: 0, width: '100%' },
});
