import { makeStyles, tokens } from '@fluentui/react-components';

export const useRuleGroupsStyles = makeStyles({
  // As many columns as fit, each heading whole in one of them.
  groups: { columnWidth: '440px', columnGap: '16px', minWidth: 0 },
  group: { breakInside: 'avoid', marginBottom: '16px' },
  rules: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  rule: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    ':first-child': { paddingTop: 0 },
    ':last-child': { borderBottomWidth: 0, paddingBottom: 0 },
  },
  title: { margin: 0 },
  lines: { maxWidth: '75ch' },
  list: { margin: 0, paddingInlineStart: '20px', maxWidth: '75ch' },
  // The words bring their own numbers.
  numbered: { paddingInlineStart: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground3 },
});
