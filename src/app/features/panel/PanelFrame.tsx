import type { ReactNode } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { PersonView } from '#contract/people.ts';
import { say } from '../../text/say.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { useFocusWhenLost } from '../../ui/use-focus-when-lost.ts';
import { PartTabs, type PanelPart } from './PartTabs.tsx';
import { usePanelFrameStyles } from './PanelFrame.styles.ts';

interface PanelFrameProps {
  readonly other: PersonView;
  /** Time left, or how far away the meeting is, in words. */
  readonly clock: string;
  /** How the meeting stands: with it the next step changes. */
  readonly state: MeetingResponse['meeting']['state'];
  readonly part: PanelPart;
  readonly onPart: (part: PanelPart) => void;
  readonly children: ReactNode;
  /** The next step; left out where there is none. */
  readonly foot?: ReactNode;
}

/** The side panel: who and how long at the top, the next step at the bottom, and one scrolling column between. */
export function PanelFrame({ other, clock, state, part, onPart, children, foot }: PanelFrameProps) {
  const styles = usePanelFrameStyles();
  const middle = useFocusWhenLost<HTMLElement>(state);
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <div className={styles.who}>
          <PersonAvatar person={other} size={24} />
          <h1 className={styles.name}>{other.displayName}</h1>
          <span className={styles.clock} role="timer" aria-label={say('panel.clock.label', { clock })}>
            {clock}
          </span>
        </div>
        <PartTabs part={part} onPart={onPart} />
      </header>
      <main ref={middle} tabIndex={-1} className={styles.middle}>
        <div className={styles.part} id="panel-part" role="tabpanel" aria-labelledby={`tab-${part}`}>
          {children}
        </div>
      </main>
      {foot !== undefined && foot !== null && <footer className={styles.foot}>{foot}</footer>}
    </div>
  );
}
