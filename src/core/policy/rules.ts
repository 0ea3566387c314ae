import type {
  AgendaRule,
  BehavioursRule,
  CautionsRule,
  CoverageRule,
  GuidanceRule,
  HintsRule,
  PreparationRule,
  StandingItemsRule,
  ToneRule,
} from './conversation-rules.ts';
import type {
  AgreementRule,
  CadenceRule,
  HelpRoutesRule,
  IntervalReasonsRule,
  MeetingKindRule,
  RequestRule,
  ScheduledRule,
  ScopeRule,
  SupervisorsRule,
} from './meeting-rules.ts';
import type {
  AbsenceRule,
  DevelopmentRule,
  DutiesRule,
  LeaveRule,
  ObjectivesRule,
  PerformanceRule,
  YearlyConversationRule,
} from './person-rules.ts';
import type { RecordFormRule } from './record-form.ts';
import type {
  ActionsRule,
  CopiesRule,
  FileRule,
  MonitoringRule,
  RetentionRule,
  SignOffRule,
  SummaryMailRule,
  VisibilityRule,
  WriterRule,
} from './record-rules.ts';

/** Known kinds of rule. A new kind does not compile until every place handles it. */
export type PolicyRule =
  | ScopeRule
  | CadenceRule
  | MeetingKindRule
  | IntervalReasonsRule
  | AgreementRule
  | CoverageRule
  | StandingItemsRule
  | AgendaRule
  | PreparationRule
  | BehavioursRule
  | HintsRule
  | RecordFormRule
  | WriterRule
  | SignOffRule
  | CopiesRule
  | ActionsRule
  | CautionsRule
  | ObjectivesRule
  | DevelopmentRule
  | DutiesRule
  | LeaveRule
  | AbsenceRule
  | RetentionRule
  | VisibilityRule
  | MonitoringRule
  | SupervisorsRule
  | PerformanceRule
  | YearlyConversationRule
  | RequestRule
  | HelpRoutesRule
  | FileRule
  | ScheduledRule
  | SummaryMailRule
  | ToneRule
  | GuidanceRule;

export type RuleKind = PolicyRule['kind'];

/** The rule of one kind. */
export type RuleOf<Kind extends RuleKind> = Extract<PolicyRule, { readonly kind: Kind }>;
