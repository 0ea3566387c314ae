import type { HostPlace } from '../host/host.ts';

interface MeetingTabProps {
  readonly place: HostPlace;
}

export function MeetingTab({ place }: MeetingTabProps) {
  return <p>{place.frameContext}</p>;
}
