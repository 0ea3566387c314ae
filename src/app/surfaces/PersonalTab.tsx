import type { HostPlace } from '../host/host.ts';

interface PersonalTabProps {
  readonly place: HostPlace;
}

export function PersonalTab({ place }: PersonalTabProps) {
  return <p>{place.frameContext}</p>;
}
