import type { PolicyRule } from './rules.ts';
import { visibility } from './weaker-parts.ts';
import { weakeningsIn, type Weakening } from './weakening.ts';

/** How a rule a unit adds, where the organisation has none like it, would take something away from people. */
export function weaknessesOfAdded(added: PolicyRule): Weakening[] {
  switch (added.kind) {
    case 'scope':
      return weakeningsIn({ 'covers-fewer': added.excludedGroups.length > 0 });
    case 'meeting-kind':
      return weakeningsIn({ 'counts-more': added.counts && added.meetingKind !== 'one-to-one' });
    case 'visibility':
      return visibility(added, null);
    case 'interval-reasons':
      return ['more-reasons'];
    case 'supervisors':
      return weakeningsIn({ 'more-supervisors': added.roles.some((role) => role !== 'line') });
    case 'cadence':
    case 'agreement':
    case 'coverage':
    case 'standing-items':
    case 'agenda':
    case 'preparation':
    case 'behaviours':
    case 'hints':
    case 'record-form':
    case 'writer':
    case 'sign-off':
    case 'copies':
    case 'actions':
    case 'cautions':
    case 'objectives':
    case 'development':
    case 'duties':
    case 'leave':
    case 'absence':
    case 'retention':
    case 'monitoring':
    case 'performance':
    case 'yearly-conversation':
    case 'request':
    case 'help-routes':
    case 'file':
    case 'scheduled':
    case 'summary-mail':
    case 'tone':
    case 'guidance':
      return [];
    default:
      return added satisfies never;
  }
}
