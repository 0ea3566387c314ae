import { teamsLightTheme, type Theme } from '@fluentui/react-components';

/** What most hosts wear. */
export const lightTheme: Theme = teamsLightTheme;
