import { app, authentication, nestedAppAuth } from '@microsoft/teams-js';
import type { PageConfig } from './config.ts';
import { SignInFailed, type Host, type HostPlace, type HostTheme, type TokenWish } from './host.ts';
import { forgetNestedToken, nestedToken } from './nested-auth.ts';
import { within } from './within.ts';

const tokenMilliseconds = 10_000;

/** Greets the Teams-like host around the page. Rejects when there is none; a slow one may answer late. */
export async function connectTeams(config: PageConfig): Promise<Host> {
  await app.initialize([...config.hostOrigins]);
  const context = await app.getContext();
  return {
    kind: 'teams',
    place: placeOf(context),
    theme: themeOf(context.app.theme),
    sentItemsAddress: config.sentItemsAddress,
    getToken: (wish = {}) => teamsToken(config, wish),
    onThemeChange(listener) {
      app.registerOnThemeChangeHandler((theme) => {
        listener(themeOf(theme));
      });
    },
    notifyReady() {
      app.notifyAppLoaded();
      void app.notifySuccess();
    },
    openLink: (address) => app.openLink(address),
    onSuspend(listener) {
      app.lifecycle.registerBeforeSuspendOrTerminateHandler(listener);
    },
    onResume(listener) {
      app.lifecycle.registerOnResumeHandler(() => {
        forgetNestedToken();
        void app.getContext().then((resumed) => {
          listener(placeOf(resumed));
          void app.notifySuccess();
        });
      });
    },
  };
}

async function teamsToken(config: PageConfig, wish: TokenWish): Promise<string> {
  const canNest = config.clientId !== '' && nestedAppAuth.isNAAChannelRecommended();
  const ways = canNest ? [nestedToken, hostToken] : [hostToken];
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

function hostToken(_: PageConfig, wish: TokenWish): Promise<string> {
  const claims = wish.claims === undefined ? {} : { claims: [wish.claims] };
  const asksPerson = wish.interactive === true || wish.claims !== undefined;
  return within(
    asksPerson ? tokenMilliseconds * 18 : tokenMilliseconds,
    authentication.getAuthToken({ ...claims, silent: !asksPerson }),
  );
}

function placeOf(context: app.Context): HostPlace {
  return {
    frameContext: context.page.frameContext,
    chatId: context.chat?.id ?? null,
    meetingId: context.meeting?.id ?? null,
    subPageId: context.page.subPageId ?? null,
    locale: context.app.locale,
    hostName: context.app.host.name,
    userObjectId: context.user?.id ?? null,
    appointment: null,
  };
}

function themeOf(theme: string): HostTheme {
  if (theme === 'contrast') return 'contrast';
  return theme === 'dark' || theme === 'glass' ? 'dark' : 'light';
}
