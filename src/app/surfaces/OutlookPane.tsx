import type { HostPlace } from '../host/host.ts';

interface OutlookPaneProps {
  readonly place: HostPlace;
}

export function OutlookPane({ place }: OutlookPaneProps) {
  return <p>{place.frameContext}</p>;
}
