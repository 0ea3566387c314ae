import { mergeClasses } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import { say } from '../../text/say.ts';
import { usePartTabsStyles } from './PartTabs.styles.ts';

/** The four parts of the side panel. */
export type PanelPart = 'last' | 'agenda' | 'record' | 'close';

const parts = ['last', 'agenda', 'record', 'close'] as const;

interface PartTabsProps {
  readonly part: PanelPart;
  readonly onPart: (part: PanelPart) => void;
}

/** The tabs of the side panel. Light markup in Fluent's look: its own list of tabs brings more code than the rest of the panel. */
export function PartTabs({ part, onPart }: PartTabsProps) {
  const styles = usePartTabsStyles();
  const list = useRef<HTMLDivElement>(null);
  const focus = (place: number): void => {
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[(place + parts.length) % parts.length]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, place: number): void => {
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = { ArrowRight: isMirrored ? -1 : 1, ArrowLeft: isMirrored ? 1 : -1 }[event.key];
    const target = step === undefined ? { Home: 0, End: parts.length - 1 }[event.key] : place + step;
    if (target === undefined) return;
    event.preventDefault();
    focus(target);
  };
  return (
    <div ref={list} role="tablist" aria-label={say('panel.tabs')} className={styles.tabs}>
      {parts.map((one, place) => {
        const isSelected = one === part;
        return (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            aria-selected={isSelected}
            aria-controls="panel-part"
            tabIndex={isSelected ? 0 : -1}
            className={mergeClasses(styles.tab, isSelected && styles.selected)}
            onClick={() => {
              onPart(one);
            }}
            onKeyDown={(event) => {
              onKeyDown(event, place);
            }}
          >
            {/* The bold word keeps its room while it is not bold, so that nothing moves. */}
            <span className={styles.word} data-word={say(`panel.${one}`)}>
              {say(`panel.${one}`)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
