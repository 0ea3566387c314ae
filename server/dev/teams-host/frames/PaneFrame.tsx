import { useEffect, useRef } from 'react';
import { useHost } from '../control/host-context.ts';
import type { Host } from '../control/host-context.ts';
import { logMessage } from '../control/message-log.ts';
import { onSettingsChange, settings } from '../control/settings.ts';
import type { OfficeAppointment, OfficeReply, OfficeRequest, OfficeStart } from '../protocol/office-messages.ts';
import { readOfficeRequest } from '../protocol/office-messages.ts';
import type { HostTheme } from '../protocol/surface.ts';
import { registerFrame } from './frame-registry.ts';
import { appToken, nestedAuth } from './token-services.ts';

const frameName = 'Duologue, Outlook pane';

/** Outlook's own colours per theme, as its `officeTheme` tells them. */
const officeThemes: Record<HostTheme, OfficeStart['theme']> = {
  default: theme('#FFFFFF', '#242424', '#F5F5F5', false),
  dark: theme('#1F1F1F', '#FFFFFF', '#292929', true),
  contrast: theme('#000000', '#FFFFFF', '#000000', true),
};

function theme(background: string, foreground: string, control: string, isDarkTheme: boolean): OfficeStart['theme'] {
  return {
    bodyBackgroundColor: background,
    bodyForegroundColor: foreground,
    controlBackgroundColor: control,
    controlForegroundColor: foreground,
    isDarkTheme,
  };
}

/** The app's pane beside an Outlook appointment, which speaks office.js instead of teams-js. */
export function PaneFrame(props: {
  readonly appointment: OfficeAppointment;
  readonly close: () => void;
  readonly className: string;
}): React.JSX.Element {
  const { appointment, className } = props;
  const host = useHost();
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef({ host, appointment, close: props.close });
  useEffect(() => {
    latest.current = { host, appointment, close: props.close };
  });

  useEffect(() => {
    const element = frame.current;
    const inside = element?.contentWindow;
    if (!element || !inside) return;
    const origin = latest.current.host.app.appOrigin;
    const post = (func: string, message: unknown): void => {
      logMessage({ from: 'host', frame: frameName, func: `office: ${func}`, args: message, known: true });
      inside.postMessage(message, origin);
    };
    const receive = (message: unknown): void => {
      const request = readOfficeRequest(message);
      if (request === undefined) return;
      logMessage({ from: 'app', frame: frameName, func: `office: ${request.ask}`, args: request.value, known: true });
      void answer(request, latest.current, (value) => {
        post('nestedAuth', { localOffice: 1, event: 'nestedAuth', value });
      }).then((reply) => {
        post(request.ask, reply);
      });
    };
    const stopFrame = registerFrame(inside, { origin, receive });
    let told = settings().theme;
    const stopSettings = onSettingsChange(() => {
      const now = settings().theme;
      if (now !== told) post('themeChanged', { localOffice: 1, event: 'themeChanged', value: officeThemes[now] });
      told = now;
    });
    element.src = `${origin}/outlook.html`;
    return () => {
      stopFrame();
      stopSettings();
    };
  }, [appointment.itemId]);

  return <iframe ref={frame} title={frameName} className={className} />;
}

interface PaneParts {
  readonly host: Host;
  readonly appointment: OfficeAppointment;
  readonly close: () => void;
}

async function answer(
  request: OfficeRequest,
  parts: PaneParts,
  tellNestedAuth: (text: string) => void,
): Promise<OfficeReply> {
  const yes = (value: unknown): OfficeReply => ({ localOffice: 1, id: request.id, ok: true, value });
  const { host, appointment } = parts;
  switch (request.ask) {
    case 'start': {
      const { person } = host.session;
      const { theme: name, nestedAppAuth, locale } = settings();
      return yes({
        appointment,
        theme: officeThemes[name],
        displayLanguage: locale.replace(/-(\w+)$/, (_all, region: string) => `-${region.toUpperCase()}`),
        person: { displayName: person.displayName, emailAddress: person.mail, timeZone: person.windowsTimeZone },
        nestedAppAuth,
      } satisfies OfficeStart);
    }
    case 'token': {
      const token = await appToken(host);
      if (token.ok) return yes(token.token);
      const consent = token.reason === 'resourceRequiresConsent';
      // 13002: the person cancelled; 13005: the grant is missing. Numbers of office.js's own sign-in.
      return { localOffice: 1, id: request.id, ok: false, code: consent ? 13005 : 13002, message: token.reason };
    }
    case 'nestedAuth':
      tellNestedAuth(await nestedAuth(host, String(request.value)));
      return yes(undefined);
    case 'openLink':
      return yes(host.openLink(String(request.value)));
    case 'closePane':
      parts.close();
      return yes(undefined);
  }
}
