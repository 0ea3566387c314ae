import type { HostPlace } from '../host/host.ts';

interface MeetingPanelProps {
  readonly place: HostPlace;
}

export function MeetingPanel({ place }: MeetingPanelProps) {
  return <p>{place.frameContext}</p>;
}
