import { useEffect, useMemo, useRef, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { FrameLine } from '../frames/connect-frame.ts';
import { TeamsFrame } from '../frames/TeamsFrame.tsx';
import type { TabSetUp } from '../frames/frame-parts.ts';
import { addTab } from '../graph/chat-tabs.ts';
import { hostEvent } from '../protocol/envelope.ts';
import type { TabConfig } from '../protocol/host-services.ts';
import type { Surface } from '../protocol/surface.ts';
import { EventDialog } from './EventDialog.tsx';

const patienceMs = 30_000;

/**
 * The app's own page to set up a tab, as Teams shows it: Save waits until the app says its settings are valid, and the tab is kept
 * when the app says that saving went well.
 */
export function TabSetUpDialog(props: {
  readonly chatId: string;
  readonly address: string;
  readonly added: (tab: string) => void;
  readonly close: () => void;
}): React.JSX.Element {
  const { chatId, address } = props;
  const { app, session, say } = useHost();
  const [isValid, setValid] = useState(false);
  const [config, setConfig] = useState<TabConfig>();
  const latest = useRef<TabConfig>(undefined);
  const line = useRef<FrameLine>(null);
  const waiting = useRef<(failure: string | undefined) => void>(undefined);
  useEffect(() => {
    latest.current = config;
  });
  const surface = useMemo<Surface>(() => ({ frameContext: 'settings', pageId: 'new', chatId }), [chatId]);
  const tab = useMemo<TabSetUp>(
    () => ({
      config: () => latest.current,
      change: (next) => {
        latest.current = next;
        setConfig(next);
      },
      validity: setValid,
      settled: (_of, failure) => waiting.current?.(failure),
    }),
    [],
  );
  const save = async (): Promise<void> => {
    const failure = await new Promise<string | undefined>((resolve) => {
      waiting.current = resolve;
      setTimeout(() => {
        resolve('The app has not said that it saved.');
      }, patienceMs);
      line.current?.send(hostEvent('settings.save', {}));
    });
    if (failure !== undefined) throw new Error(failure);
    if (latest.current === undefined) throw new Error('The app has not said what its tab shows.');
    // An app whose manifest pins its tab has nothing Teams would keep; trying out its page ends here.
    if (app.chatTab === 'configurable') await addTab(session, app, chatId, latest.current);
  };
  return (
    <EventDialog
      title={`Set up a tab of ${app.name}`}
      verb="Save"
      wide
      canGo={isValid}
      change={save}
      done={() => {
        const { suggestedDisplayName: name = app.name, contentUrl = '' } = latest.current ?? {};
        if (app.chatTab === 'configurable') say('The tab is in this chat', name);
        else say('The app has saved; nothing is kept', `${name}, ${contentUrl}. Its manifest has no tab to set up.`);
        props.added('chat');
      }}
      close={props.close}
    >
      <div style={{ height: 360, display: 'flex' }}>
        <TeamsFrame surface={surface} name="Setting up a tab" address={address} tab={tab} line={line} />
      </div>
    </EventDialog>
  );
}
