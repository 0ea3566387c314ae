import type { Host } from '../control/host-context.ts';
import { askLocal } from '../control/local-api.ts';
import type { LocalApp, LocalMeeting } from '../control/local-api.ts';
import { go, readRoute } from '../control/route.ts';
import type { Session } from '../control/session.ts';
import { openPlace } from '../frames/frame-host.ts';
import { findEventOfMeeting } from '../graph/find-event.ts';
import { readLink } from '../protocol/deep-link.ts';

/** The way links open in the local Teams: Duologue and meetings here, other addresses in a new browser tab, the rest not at all. */
export function linkOpener(app: LocalApp, session: Session, say: Host['say']): Host['openLink'] {
  return (address) => {
    const target = readLink(address, app);
    switch (target.kind) {
      case 'duologue':
        openPlace(target);
        return true;
      case 'meeting':
        void openMeeting(session, target.joinUrl, say);
        return true;
      case 'elsewhere':
        if (new URL(target.url).origin === location.origin) location.hash = new URL(target.url).hash;
        else window.open(target.url, '_blank', 'noopener,noreferrer');
        return true;
      case 'refused':
        say('This link does not open here', target.why);
        return false;
    }
  };
}

async function openMeeting(session: Session, joinUrl: string, say: Host['say']): Promise<void> {
  try {
    const meeting = await askLocal<LocalMeeting>(`meeting?joinUrl=${encodeURIComponent(joinUrl)}`);
    const here = readRoute(location.hash);
    const id = await findEventOfMeeting(session, meeting.joinUrl, here.page === 'event' ? here.id : undefined);
    if (id === undefined) say('This meeting is not in your calendar', meeting.subject);
    else go({ page: 'meeting', id });
  } catch (problem) {
    say('The meeting could not be opened', problem instanceof Error ? problem.message : undefined);
  }
}
