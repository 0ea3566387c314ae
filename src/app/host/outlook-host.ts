import type { PageConfig } from './config.ts';
import { SignInFailed, type Host, type HostTheme, type TokenWish } from './host.ts';
import { nestedToken } from './nested-auth.ts';
import { within } from './within.ts';

const answerMilliseconds = 10_000;

/** Greets Outlook around the appointment pane, through the Office.js that `outlook.html` loads. Rejects when there is no Outlook. */
export async function connectOutlook(config: PageConfig): Promise<Host> {
  const info = await within(answerMilliseconds, Office.onReady());
  // Office.js starts in any browser and then names no host.
  if ((info.host as Office.HostType | null) !== Office.HostType.Outlook) throw new Error('Not in Outlook');
  const { mailbox } = Office.context;
  const appointment = await readAppointment(mailbox);
  return {
    kind: 'outlook-pane',
    place: {
      frameContext: 'outlook-pane',
      chatId: null,
      meetingId: null,
      subPageId: null,
      locale: Office.context.displayLanguage,
      hostName: 'Outlook',
      userObjectId: null,
      appointment,
    },
    theme: themeOf(Office.context.officeTheme),
    sentItemsAddress: config.sentItemsAddress,
    getToken: (wish = {}) => outlookToken(config, wish),
    onThemeChange(listener) {
      mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, () => {
        listener(themeOf(Office.context.officeTheme));
      });
    },
    notifyReady: () => undefined,
    openLink(address) {
      Office.context.ui.openBrowserWindow(address);
      return Promise.resolve();
    },
    onSuspend: () => undefined,
    onResume: () => undefined,
  };
}

async function outlookToken(config: PageConfig, wish: TokenWish): Promise<string> {
  const canNest = config.clientId !== '' && Office.context.requirements.isSetSupported('NestedAppAuth', '1.1');
  const ways = canNest ? [nestedToken, officeToken] : [officeToken];
  let last: unknown;
  for (const way of ways) {
    try {
      return await way(config, wish);
    } catch (error) {
      last = error;
    }
  }
  throw new SignInFailed(last);
}

function officeToken(_: PageConfig, wish: TokenWish): Promise<string> {
  const asksPerson = wish.interactive === true || wish.claims !== undefined;
  const options: Office.AuthOptions = {
    allowSignInPrompt: asksPerson,
    allowConsentPrompt: asksPerson,
    ...(wish.claims === undefined ? {} : { authChallenge: wish.claims }),
  };
  return within(asksPerson ? answerMilliseconds * 18 : answerMilliseconds, Office.auth.getAccessToken(options));
}

type AnyItem = Office.AppointmentRead & Office.AppointmentCompose;

async function readAppointment(mailbox: Office.Mailbox): Promise<{ eventId: string | null; start: string | null }> {
  const item = mailbox.item as AnyItem | null | undefined;
  if (item === null || item === undefined) return { eventId: null, start: null };
  const itemId = await readItemId(item);
  const start = await readStart(item);
  return {
    eventId: itemId === null ? null : mailbox.convertToRestId(itemId, Office.MailboxEnums.RestVersion.v2_0),
    start: start === null ? null : start.toISOString(),
  };
}

// Whoever organises has a form to change, and its fields answer by callback; whoever attends reads them as values.
function readItemId(item: AnyItem): Promise<string | null> {
  const known: unknown = item.itemId;
  if (typeof known === 'string' && known !== '') return Promise.resolve(known);
  return fromCallback<string>((callback) => {
    item.getItemIdAsync(callback);
  });
}

function readStart(item: AnyItem): Promise<Date | null> {
  const start: unknown = item.start;
  if (start instanceof Date) return Promise.resolve(start);
  return fromCallback<Date>((callback) => {
    (item.start as Office.Time).getAsync(callback);
  });
}

async function fromCallback<T>(start: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T | null> {
  try {
    return await within(
      answerMilliseconds,
      new Promise<T | null>((resolve) => {
        start((result) => {
          resolve(result.status === Office.AsyncResultStatus.Succeeded ? result.value : null);
        });
      }),
    );
  } catch {
    return null;
  }
}

function themeOf(theme: Office.OfficeTheme | undefined): HostTheme {
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast';
  const background = theme?.bodyBackgroundColor.replace('#', '') ?? 'ffffff';
  const brightness = [0, 2, 4].reduce((sum, at) => sum + Number.parseInt(background.slice(at, at + 2), 16), 0) / 3;
  return brightness < 128 ? 'dark' : 'light';
}
