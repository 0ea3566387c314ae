import type {
  OfficeAppointment,
  OfficeAsk,
  OfficeEvent,
  OfficeReply,
  OfficeStart,
  OfficeThemeColours,
} from '../protocol/office-messages.ts';

// A stand-in for Microsoft's office.js, for the local Outlook page only: the part an appointment pane uses, under the same names.
// It speaks to the page that serves it and to nobody else; office-messages.ts lists what they say.

const script = document.currentScript;
const pageOrigin = new URL(script instanceof HTMLScriptElement ? script.src : location.href).origin;
const isInPage = window.parent !== window;
const outsideHost = { host: null, platform: null };

let nextId = 0;
let started: OfficeStart | undefined;
const waiting = new Map<number, (reply: OfficeReply) => void>();
const handlers = new Map<string, Set<(value: unknown) => void>>();

function ask(what: OfficeAsk, value?: unknown): Promise<unknown> {
  const id = nextId++;
  return new Promise((resolve, reject) => {
    waiting.set(id, (reply) => {
      if (reply.ok) resolve(reply.value);
      else reject(Object.assign(new Error(reply.message), { code: reply.code }));
    });
    window.parent.postMessage({ localOffice: 1, id, ask: what, value }, pageOrigin);
  });
}

window.addEventListener('message', (message: MessageEvent<OfficeReply | OfficeEvent | undefined>) => {
  if (message.source !== window.parent || message.origin !== pageOrigin || message.data?.localOffice !== 1) return;
  if ('id' in message.data) {
    const settle = waiting.get(message.data.id);
    waiting.delete(message.data.id);
    settle?.(message.data);
    return;
  }
  const { event, value } = message.data;
  if (event === 'themeChanged') {
    context.officeTheme = value as OfficeThemeColours;
    raise('officeThemeChanged', { type: 'officeThemeChanged', officeTheme: value });
  } else raise('nestedAuth', value);
});

function raise(event: string, value: unknown): void {
  for (const handler of handlers.get(event) ?? []) handler(value);
}

interface AsyncResult {
  readonly status: 'succeeded' | 'failed';
  readonly value: unknown;
  readonly error: { readonly code: number; readonly message: string } | null;
  readonly asyncContext?: unknown;
}
type Callback = (result: AsyncResult) => void;

/** Office's callbacks come last, after options nobody here needs, and never at once. */
function succeed(args: readonly unknown[], value: unknown): void {
  const callback = args.findLast((arg): arg is Callback => typeof arg === 'function');
  queueMicrotask(() => callback?.({ status: 'succeeded', value, error: null }));
}

function asField(value: unknown): { getAsync: (...args: unknown[]) => void } {
  return {
    getAsync: (...args) => {
      succeed(args, value);
    },
  };
}

function itemOf(appointment: OfficeAppointment): Record<string, unknown> {
  const start = new Date(appointment.start);
  const end = new Date(appointment.end);
  const { subject, location: place, organizer, requiredAttendees } = appointment;
  const both = {
    itemId: appointment.itemId,
    itemType: 'appointment',
    seriesId: appointment.seriesId,
    getItemIdAsync: (...args: unknown[]) => {
      succeed(args, appointment.itemId);
    },
  };
  return appointment.mode === 'read'
    ? {
        ...both,
        subject,
        normalizedSubject: subject,
        start,
        end,
        location: place,
        organizer,
        requiredAttendees,
        optionalAttendees: [],
      }
    : {
        ...both,
        subject: asField(subject),
        start: asField(start),
        end: asField(end),
        location: asField(place),
        organizer: asField(organizer),
        requiredAttendees: asField(requiredAttendees),
        optionalAttendees: asField([]),
      };
}

const mailbox = {
  item: null as Record<string, unknown> | null,
  userProfile: { displayName: '', emailAddress: '', timeZone: '', accountType: 'office365' },
  diagnostics: { hostName: 'OutlookWebApp', hostVersion: '16.0.0.0', OWAView: 'ThreeColumns' },
  restUrl: '',
  convertToRestId: (id: string) => id,
  convertToEwsId: (id: string) => id,
  addHandlerAsync: (...args: unknown[]) => {
    succeed(args, undefined);
  },
  removeHandlerAsync: (...args: unknown[]) => {
    succeed(args, undefined);
  },
};

const context = {
  mailbox,
  officeTheme: undefined as OfficeThemeColours | undefined,
  displayLanguage: 'en-GB',
  contentLanguage: 'en-GB',
  host: 'Outlook',
  platform: 'OfficeOnline',
  diagnostics: { host: 'Outlook', platform: 'OfficeOnline', version: '16.0.0.0' },
  requirements: {
    isSetSupported: (name: string, version = '1.1') =>
      (name.toLowerCase() === 'mailbox' && Number(version.split('.')[1]) <= 15) ||
      (name.toLowerCase() === 'nestedappauth' && started?.nestedAppAuth === true) ||
      name.toLowerCase() === 'identityapi',
  },
  roamingSettings: {
    get: () => undefined,
    set: () => undefined,
    saveAsync: (...args: unknown[]) => {
      succeed(args, undefined);
    },
  },
  ui: {
    openBrowserWindow: (url: string) => void ask('openLink', url),
    closeContainer: () => void ask('closePane'),
    messageParent: () => undefined,
  },
};

function installNestedAuth(): void {
  const listeners = new Set<(response: string) => void>();
  handlers.set(
    'nestedAuth',
    new Set([
      (value) => {
        for (const listener of listeners) listener(String(value));
      },
    ]),
  );
  Object.assign(window, {
    nestedAppAuthBridge: {
      addEventListener: (_name: string, listener: (response: string) => void) => listeners.add(listener),
      removeEventListener: (_name: string, listener: (response: string) => void) => listeners.delete(listener),
      postMessage: (message: string) => void ask('nestedAuth', message),
    },
  });
}

async function start(): Promise<{ host: string | null; platform: string | null }> {
  if (!isInPage) return outsideHost;
  started = (await ask('start')) as OfficeStart;
  mailbox.item = itemOf(started.appointment);
  Object.assign(mailbox.userProfile, started.person);
  context.officeTheme = started.theme;
  context.displayLanguage = started.displayLanguage;
  if (started.nestedAppAuth) installNestedAuth();
  return { host: 'Outlook', platform: 'OfficeOnline' };
}

/** Outside Outlook, or when the page around stays silent, Office is ready with no host. */
const ready = Promise.race([
  start(),
  new Promise<typeof outsideHost>((resolve) => {
    setTimeout(() => {
      resolve(outsideHost);
    }, 5000);
  }),
]);

const auth = { getAccessToken: () => ask('token') };

const office = {
  context,
  auth,
  onReady: async (then?: (info: { host: string | null; platform: string | null }) => unknown) => {
    const info = await ready;
    await then?.(info);
    return info;
  },
  initialize: () => undefined,
  HostType: { Outlook: 'Outlook' },
  PlatformType: { OfficeOnline: 'OfficeOnline', PC: 'PC', Mac: 'Mac' },
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  EventType: { OfficeThemeChanged: 'officeThemeChanged', ItemChanged: 'olkItemSelectedChanged' },
  MailboxEnums: {
    ItemType: { Message: 'message', Appointment: 'appointment' },
    RestVersion: { v1_0: 'v1.0', v2_0: 'v2.0' },
  },
};

Object.assign(mailbox, {
  addHandlerAsync: (event: string, handler: (value: unknown) => void, ...args: unknown[]) => {
    handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
    succeed(args, undefined);
  },
  removeHandlerAsync: (event: string, ...args: unknown[]) => {
    handlers.delete(event);
    succeed(args, undefined);
  },
});

Object.assign(window, { Office: office, OfficeRuntime: { auth } });
