import type { SignInEnd, SignInWindow } from '../protocol/host-services.ts';
import { connectFrame } from './connect-frame.ts';
import type { FrameHost } from '../protocol/request-handler.ts';
import type { FrameParts } from './frame-parts.ts';

const lookEveryMs = 300;

/**
 * Opens a window of its own for the app's sign-in page and waits for what that page says. As in Teams it must belong to the app's
 * own domain; teams-js itself has made sure that it is https. Closed by the person, it ends with `CancelledByUser`.
 */
export function openSignInWindow(
  request: SignInWindow,
  parts: FrameParts,
  hostOf: (parts: FrameParts) => FrameHost,
): Promise<SignInEnd> {
  const url = URL.parse(request.url);
  const host = parts.host();
  if (url?.hostname !== new URL(host.app.appOrigin).hostname)
    return Promise.resolve({ ok: false, reason: 'The sign-in page is not on a domain of the app' });
  const { width, height } = request;
  const left = Math.round(screenX + (outerWidth - width) / 2);
  const popup = window.open(
    'about:blank',
    '_blank',
    `popup,width=${String(width)},height=${String(height)},left=${String(left)}`,
  );
  if (popup === null) return Promise.resolve({ ok: false, reason: 'FailedToOpenWindow' });
  return new Promise((resolve) => {
    const end = (outcome: SignInEnd): void => {
      clearInterval(timer);
      line.close();
      popup.close();
      resolve(outcome);
    };
    const timer = setInterval(() => {
      if (popup.closed) end({ ok: false, reason: 'CancelledByUser' });
    }, lookEveryMs);
    // The line stands before the page is asked for: teams-js greets its host once and never again.
    const line = connectFrame(
      popup,
      url.origin,
      'Sign-in window',
      hostOf({
        ...parts,
        surface: () => ({ ...parts.surface(), frameContext: 'authentication' }),
        loadState: () => undefined,
        openDialog: async () => ({ closedByPerson: true }),
        endSignIn: end,
        goBack: () => undefined,
      }),
    );
    popup.location.replace(url.href);
  });
}
