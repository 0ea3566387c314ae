import { makeStyles, tokens } from '@fluentui/react-components';

/** The frame fills its place; the wait lies over it, so that a late frame does not jump. */
export const useTeamsFrameStyles = makeStyles({
  place: { position: 'relative', display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  frame: { flexGrow: 1, width: '100%', minHeight: 0, border: 'none', display: 'block', colorScheme: 'normal' },
  waiting: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    placeItems: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});
