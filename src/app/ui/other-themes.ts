import { teamsDarkTheme, teamsHighContrastTheme, type Theme } from '@fluentui/react-components';

/** What a host may wear besides. */
export const otherThemes: Readonly<Record<'dark' | 'contrast', Theme>> = {
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};
