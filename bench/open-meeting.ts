import { loadOrganisation, personByKey } from '#server/dev/organisation/organisation.ts';
import { personClient, type Origins, type PersonClient } from '#tests/support/person-client.ts';

/** A meeting that has begun, and the two whose it is. */
export interface OpenMeeting {
  readonly meetingId: string;
  readonly pairId: string;
  readonly manager: PersonClient;
  readonly report: PersonClient;
}

/** Opens the next meeting of two people of the demo organisation. */
export async function openMeeting(trial: Origins): Promise<OpenMeeting> {
  const organisation = loadOrganisation();
  const manager = await personClient(trial, personByKey(organisation, 'priya').id);
  const report = await personClient(trial, personByKey(organisation, 'tomasz').id);
  const { people } = await manager.call('home');
  const pairId = people.find(({ other }) => other.id === report.personId)?.pairId ?? '';
  const meetingId = (await manager.call('pair', { params: { pairId } })).pair.next?.id ?? '';
  const { meeting } = await manager.call('meeting', { params: { meetingId } });
  if (meeting.state !== 'open') await manager.call('openMeeting', { params: { meetingId } });
  return { meetingId, pairId, manager, report };
}
