import { readPageConfig, type PageConfig } from './config.ts';
import { SignInFailed, type Host } from './host.ts';
import { within } from './within.ts';

const greetingMilliseconds = 3000;

/**
 * Greets the host around the page. After three seconds of silence it answers `none`, and calls `onLate` should the host speak up
 * after all.
 */
export async function connectHost(
  greet: (config: PageConfig) => Promise<Host>,
  onLate: (host: Host) => void,
): Promise<Host> {
  const greeting = greet(readPageConfig(document));
  try {
    return await within(greetingMilliseconds, greeting);
  } catch {
    greeting.then(onLate, () => undefined);
    return standAlone();
  }
}

/** The page on its own in a browser: nobody to sign in through. */
function standAlone(): Host {
  return {
    kind: 'none',
    place: {
      frameContext: 'none',
      chatId: null,
      meetingId: null,
      subPageId: null,
      locale: navigator.language,
      hostName: '',
      userObjectId: null,
      appointment: null,
    },
    theme: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    sentItemsAddress: '',
    getToken: () => Promise.reject(new SignInFailed('no host')),
    onThemeChange: () => undefined,
    notifyReady: () => undefined,
    openLink(address) {
      window.open(address, '_blank', 'noopener');
      return Promise.resolve();
    },
    onSuspend: () => undefined,
    onResume: () => undefined,
  };
}
