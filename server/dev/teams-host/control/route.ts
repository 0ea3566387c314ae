import { useSyncExternalStore } from 'react';

/** How many days the calendar shows. */
export type CalendarView = 'day' | 'work-week' | 'week';

/** Where the person is in these pages. */
export type Route =
  | { readonly page: 'activity' | 'log' | 'faults' | 'ledger' | 'todo' }
  | { readonly page: 'duologue'; readonly pageId: string; readonly place: string | undefined }
  | { readonly page: 'calendar'; readonly date: string | undefined; readonly view?: CalendarView | undefined }
  | { readonly page: 'event' | 'meeting'; readonly id: string }
  /** The same event in this person's own calendar, found by its iCalUId and the date it starts on. */
  | { readonly page: 'same'; readonly as: 'event' | 'meeting'; readonly iCalUId: string; readonly date: string }
  | { readonly page: 'mail'; readonly folder: string; readonly id: string | undefined }
  | {
      readonly page: 'chat';
      readonly chatId: string | undefined;
      /** The messages, the app's own tab, or the id of a tab that was set up. */
      readonly tab: string;
      readonly place: string | undefined;
    };

/** Reads a hash such as `#/meeting/AAMk…`; anything unknown is the calendar. Graph's own `webLink`s (`#/mail?itemid=…`) lead on too. */
export function readRoute(hash: string): Route {
  const item = /^#\/(calendar|mail)\?itemid=([^&]+)$/i.exec(hash);
  if (item?.[2] !== undefined) {
    const id = decoded(item[2]);
    return item[1] === 'mail' ? { page: 'mail', folder: 'inbox', id } : { page: 'event', id };
  }
  const [page = '', one, two, three] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decoded);
  switch (page) {
    case 'activity':
    case 'log':
    case 'faults':
    case 'ledger':
    case 'todo':
      return { page };
    case 'duologue':
      return { page, pageId: one ?? 'home', place: two };
    case 'event':
    case 'meeting':
      return one === undefined ? { page: 'calendar', date: undefined } : { page, id: one };
    case 'same':
      return { page, as: one === 'meeting' ? 'meeting' : 'event', iCalUId: two ?? '', date: three ?? '' };
    case 'mail':
      return { page, folder: one ?? 'inbox', id: two };
    case 'chat':
      return { page, chatId: one, tab: two === undefined || two === '' ? 'chat' : two, place: three };
    default:
      return {
        page: 'calendar',
        date: page === 'calendar' && one !== '' ? one : undefined,
        view: page === 'calendar' ? views.find((view) => view === two) : undefined,
      };
  }
}

const views = ['day', 'work-week', 'week'] as const;

/** The hash of a route; `readRoute` reads it back to the same route. */
export function hashOf(route: Route): string {
  return `#/${partsOf(route).map(encodeURIComponent).join('/')}`;
}

function partsOf(route: Route): string[] {
  switch (route.page) {
    case 'duologue':
      return [
        route.page,
        ...(route.place !== undefined ? [route.pageId, route.place] : route.pageId === 'home' ? [] : [route.pageId]),
      ];
    case 'event':
    case 'meeting':
      return [route.page, route.id];
    case 'same':
      return [route.page, route.as, route.iCalUId, route.date];
    case 'calendar':
      if (route.view !== undefined) return [route.page, route.date ?? '', route.view];
      return [route.page, ...(route.date === undefined ? [] : [route.date])];
    case 'mail':
      return [route.page, route.folder, ...(route.id === undefined ? [] : [route.id])];
    case 'chat':
      if (route.chatId === undefined) return [route.page];
      if (route.tab === 'chat') return [route.page, route.chatId];
      return [route.page, route.chatId, route.tab, ...(route.place === undefined ? [] : [route.place])];
    default:
      return [route.page];
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Goes somewhere, as a new step of the browser's history. */
export function go(route: Route): void {
  location.hash = hashOf(route);
}

/** The route the address bar shows, followed by a component. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => {
        removeEventListener('hashchange', listener);
      };
    },
    () => location.hash,
  );
  return readRoute(hash);
}
