import { Button, Text, Tooltip, mergeClasses } from '@fluentui/react-components';
import { ArrowClockwise20Regular, ChatMultiple20Filled } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { useSettings } from '../control/settings.ts';
import { TeamsFrame } from '../frames/TeamsFrame.tsx';
import type { Surface } from '../protocol/surface.ts';
import { usePageStyles } from './Page.styles.ts';

/** The app's personal tab, as Teams shows it under a thin head. */
export function DuologuePage(props: {
  readonly pageId: string;
  readonly place: string | undefined;
  readonly isAway: boolean;
  readonly forget: () => void;
}): React.JSX.Element {
  const { pageId, place, isAway, forget } = props;
  const styles = usePageStyles();
  const { app } = useHost();
  const { hostName } = useSettings();
  const [times, setTimes] = useState(0);
  const surface = useMemo<Surface>(() => ({ frameContext: 'content', pageId, subPageId: place }), [pageId, place]);
  return (
    <div className={mergeClasses(styles.tab, isAway && styles.away)}>
      <div className={styles.head}>
        <ChatMultiple20Filled className={styles.brand} aria-hidden />
        <Text as="h1" weight="semibold">
          {app.name}
        </Text>
        {hostName !== 'Teams' && (
          <Text size={200} className={styles.quiet}>
            in {hostName === 'Office' ? 'Microsoft 365' : hostName}
          </Text>
        )}
        <div className={styles.gap} />
        <Tooltip content="Load the app again" relationship="label">
          <Button
            appearance="subtle"
            icon={<ArrowClockwise20Regular />}
            onClick={() => {
              setTimes(times + 1);
            }}
          />
        </Tooltip>
      </div>
      <TeamsFrame key={times} surface={surface} name="Duologue, personal tab" isAway={isAway} forget={forget} />
    </div>
  );
}
