import type { PolicyRule, RuleKind } from '#core/policy/rules.ts';

/** Under which heading a rule stands. */
export const ruleGroups = ['meeting', 'conversation', 'record', 'person', 'rights', 'know'] as const;
export type RuleGroup = (typeof ruleGroups)[number];

const groupOfKind: Readonly<Record<RuleKind, RuleGroup>> = {
  scope: 'meeting',
  cadence: 'meeting',
  'meeting-kind': 'meeting',
  'interval-reasons': 'meeting',
  agreement: 'meeting',
  supervisors: 'meeting',
  scheduled: 'meeting',
  coverage: 'conversation',
  'standing-items': 'conversation',
  agenda: 'conversation',
  preparation: 'conversation',
  behaviours: 'conversation',
  hints: 'conversation',
  cautions: 'conversation',
  tone: 'conversation',
  'record-form': 'record',
  writer: 'record',
  'sign-off': 'record',
  copies: 'record',
  actions: 'record',
  'summary-mail': 'record',
  file: 'record',
  objectives: 'person',
  development: 'person',
  duties: 'person',
  leave: 'person',
  absence: 'person',
  performance: 'person',
  'yearly-conversation': 'person',
  visibility: 'rights',
  retention: 'rights',
  monitoring: 'rights',
  request: 'rights',
  'help-routes': 'rights',
  guidance: 'know',
};

/** Under which heading a rule of this kind stands. */
export function groupOfRule({ kind }: PolicyRule): RuleGroup {
  return groupOfKind[kind];
}
