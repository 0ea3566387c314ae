import type { EventContent } from './event.ts';
import type { Json } from '../graph/request.ts';
import { textValue } from '../graph/request.ts';

/** Where an event takes place, as a request says it: `locations` when it is there, otherwise `location`. */
export function placesInput(body: Json): Pick<EventContent, 'location' | 'places'> | Record<string, never> {
  const several = Array.isArray(body['locations']) ? body['locations'].filter(isNamed) : null;
  const single = body['location'] === undefined ? null : [body['location']].filter(isNamed);
  const places = several ?? single;
  if (places === null) {
    return {};
  }
  return { location: places[0] === undefined ? null : (textValue(places[0], 'displayName') ?? null), places };
}

function isNamed(place: unknown): place is Json {
  return (textValue(place, 'displayName') ?? '') !== '';
}

/** The places of an event as Graph writes them; one without a place has a single empty one and no list. */
export function placesView({ location, places }: Pick<EventContent, 'location' | 'places'>): Json {
  const known = places?.[0]?.['displayName'] === location ? places : null;
  const all = location === null ? [] : (known ?? [{ displayName: location }]).map(placeView);
  return { location: all[0] ?? { ...NOWHERE }, locations: all };
}

const NOWHERE: Json = {
  displayName: '',
  locationType: 'default',
  uniqueIdType: 'unknown',
  address: {},
  coordinates: {},
};

function placeView(place: Json): Json {
  return {
    locationType: 'default',
    uniqueId: place['displayName'],
    uniqueIdType: 'private',
    ...place,
  };
}
