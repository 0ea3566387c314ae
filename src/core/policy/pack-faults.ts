import { isAtLeastAsOften } from '../cadence/cadence.ts';
import type { Cadence } from '../cadence/cadence-kind.ts';
import type { PolicyPack } from './policy.ts';
import type { RuleKind, PolicyRule } from './rules.ts';

/** What is wrong in a policy file, and where. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Place = Fault['path'];
type Named = readonly { readonly id: string }[];

/** Kinds a policy may have more than one rule of; of the others only one would be heeded, so a second is refused. */
const repeatable = [
  'cadence',
  'meeting-kind',
  'coverage',
  'standing-items',
  'record-form',
  'hints',
  'monitoring',
  'guidance',
] as const satisfies RuleKind[];

function repeats(list: readonly string[], at: (index: number) => Place, what: string): Fault[] {
  return list.flatMap((one, index) =>
    list.indexOf(one) < index ? [{ path: at(index), message: `${what} ${one} is there twice` }] : [],
  );
}

function sameIds(list: Named, place: Place): Fault[] {
  return repeats(
    list.map(({ id }) => id),
    (index) => [...place, index, 'id'],
    'id',
  );
}

function missing(ids: readonly string[], known: ReadonlySet<string>, place: Place, what: string): Fault[] {
  return ids.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: [...place, index], message: `no ${what} ${id} in this pack` }],
  );
}

function cadenceFaults(cadence: Cadence, place: Place): Fault[] {
  switch (cadence.kind) {
    case 'interval':
    case 'rolling':
      return [];
    case 'window':
      return isAtLeastAsOften(cadence.from, cadence.to)
        ? []
        : [{ path: [...place, 'from'], message: 'a window opens before it closes' }];
    case 'term':
      return cadence.terms.flatMap((term, index): Fault[] => {
        const before = cadence.terms[index - 1];
        if (term.to < term.from) {
          return [{ path: [...place, 'terms', index, 'to'], message: 'a term ends on or after the day it begins' }];
        }
        return before === undefined || before.to < term.from
          ? []
          : [{ path: [...place, 'terms', index, 'from'], message: 'terms follow one another without overlapping' }];
      });
    default:
      return cadence satisfies never;
  }
}

/** The lists of a rule whose entries are known by id. */
function namedLists(rule: PolicyRule): readonly (readonly [name: string, list: Named])[] {
  switch (rule.kind) {
    case 'meeting-kind':
    case 'coverage':
      return [['topics', rule.topics]];
    case 'standing-items':
      return [['items', rule.items]];
    case 'interval-reasons':
      return [['reasons', rule.reasons]];
    case 'agenda':
      return [['itemKinds', rule.itemKinds]];
    case 'preparation':
      return [['prompts', rule.prompts]];
    case 'behaviours':
      return [['behaviours', rule.behaviours]];
    case 'hints':
      return [['hints', rule.hints]];
    case 'record-form':
      return [
        ['head', rule.head],
        ['sections', rule.sections],
        ['foot', rule.foot],
      ];
    case 'cautions':
      return [['cautions', rule.cautions]];
    case 'development':
      return [['ways', rule.ways]];
    case 'duties':
      return [['duties', rule.duties]];
    case 'visibility':
      return [['exceptions', rule.exceptions]];
    case 'performance':
      return [['evidence', rule.evidence]];
    case 'yearly-conversation':
      return [
        ['ratings', rule.ratings],
        ['payStep', rule.payStep],
      ];
    case 'help-routes':
      return [['steps', rule.steps]];
    case 'file':
      return [['holds', rule.holds]];
    case 'scope':
    case 'cadence':
    case 'agreement':
    case 'writer':
    case 'sign-off':
    case 'copies':
    case 'actions':
    case 'objectives':
    case 'leave':
    case 'absence':
    case 'retention':
    case 'monitoring':
    case 'supervisors':
    case 'request':
    case 'scheduled':
    case 'summary-mail':
    case 'tone':
    case 'guidance':
      return [];
    default:
      return rule satisfies never;
  }
}

function topicsIn(pack: PolicyPack): Set<string> {
  return new Set(
    pack.rules.flatMap((rule) =>
      rule.kind === 'coverage' || rule.kind === 'meeting-kind' ? rule.topics.map(({ id }) => id) : [],
    ),
  );
}

function ruleFaults(
  rule: PolicyRule,
  place: Place,
  known: { readonly groups: ReadonlySet<string>; readonly topics: ReadonlySet<string> },
): Fault[] {
  const { groups, topics } = known;
  const inLists = namedLists(rule).flatMap(([name, list]) => sameIds(list, [...place, name]));
  switch (rule.kind) {
    case 'scope':
      return missing(rule.excludedGroups, groups, [...place, 'excludedGroups'], 'group');
    case 'cadence': {
      const noGroup = groups.has(rule.groupId)
        ? []
        : [{ path: [...place, 'groupId'], message: `no group ${rule.groupId} in this pack` }];
      return [...noGroup, ...cadenceFaults(rule.cadence, [...place, 'cadence'])];
    }
    case 'standing-items':
      return [
        ...inLists,
        ...rule.items.flatMap(({ topicId }, index) =>
          topicId === null || topics.has(topicId)
            ? []
            : [{ path: [...place, 'items', index, 'topicId'], message: `no topic ${topicId} in this pack` }],
        ),
      ];
    case 'record-form':
      return [
        ...inLists,
        ...rule.sections.flatMap(({ topicIds }, index) =>
          missing(topicIds, topics, [...place, 'sections', index, 'topicIds'], 'topic'),
        ),
      ];
    case 'sign-off':
      return [
        ...repeats(rule.signers, (index) => [...place, 'signers', index], 'signer'),
        ...(rule.remindAfterDays < rule.lapsesAfterDays
          ? []
          : [{ path: [...place, 'lapsesAfterDays'], message: 'it lapses after the reminder' }]),
      ];
    case 'copies':
      return repeats(rule.holders, (index) => [...place, 'holders', index], 'holder');
    default:
      return inLists;
  }
}

/** Rules of which only one would be heeded: two of a kind, or two for the same meetings or the same party. */
function rivals(pack: PolicyPack): Fault[] {
  const claims = pack.rules.flatMap((rule, index): { readonly claim: string; readonly path: Place }[] => {
    const at = (...more: Place): Place => ['rules', index, ...more];
    switch (rule.kind) {
      case 'meeting-kind':
        return [{ claim: `rule for meetings of the kind ${rule.meetingKind}`, path: at('meetingKind') }];
      case 'record-form':
        return rule.meetingKinds.map((kind, place) => ({
          claim: `form for meetings of the kind ${kind}`,
          path: at('meetingKinds', place),
        }));
      case 'hints':
        return [{ claim: `rule of hints for the ${rule.for}`, path: at('for') }];
      default:
        return repeatable.some((kind) => kind === rule.kind)
          ? []
          : [{ claim: `rule of the kind ${rule.kind}`, path: at('kind') }];
    }
  });
  return claims.flatMap(({ claim, path }, index) =>
    claims.findIndex((other) => other.claim === claim) < index ? [{ path, message: `a second ${claim}` }] : [],
  );
}

/** What the parts of a policy say of one another that does not hold; the shape of each part is checked before. */
export function faultsIn(pack: PolicyPack): Fault[] {
  const clauses = new Set(pack.clauses.map(({ id }) => id));
  const known = { groups: new Set(pack.groups.map(({ id }) => id)), topics: topicsIn(pack) };
  return [
    ...sameIds(pack.clauses, ['clauses']),
    ...sameIds(pack.groups, ['groups']),
    ...sameIds(pack.rules, ['rules']),
    ...(pack.issuedOn !== null && pack.reviewOn !== null && pack.reviewOn < pack.issuedOn
      ? [{ path: ['reviewOn'], message: 'it is reviewed after it was issued' }]
      : []),
    ...pack.rules.flatMap((rule, index) => {
      const noClause = clauses.has(rule.clause)
        ? []
        : [{ path: ['rules', index, 'clause'], message: `no clause ${rule.clause} in this pack` }];
      return [...noClause, ...ruleFaults(rule, ['rules', index], known)];
    }),
    ...rivals(pack),
  ];
}
