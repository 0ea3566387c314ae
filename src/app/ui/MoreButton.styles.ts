import { makeStyles } from '@fluentui/react-components';

export const useMoreButtonStyles = makeStyles({ more: { alignSelf: 'flex-start' } });
