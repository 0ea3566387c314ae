import { mergeClasses } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTabsStyles } from './Tabs.styles.ts';

// Fluent's TabList brings its whole focus library with it; these few lines keep the panel's start light.

export interface TabsProps<Value extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly value: Value; readonly words: string }[];
  /** Null: the page shown belongs to none of them. */
  readonly selected: Value | null;
  readonly onSelect: (value: Value) => void;
  readonly size?: 'small' | 'medium';
  readonly className?: string | undefined;
  /** What goes round each tab. */
  readonly wrap?: (tab: ReactElement, value: Value) => ReactElement;
}

/** Areas of a page. Arrow keys go from one to the next, Enter or Space opens it. */
export function Tabs<Value extends string>({
  label,
  tabs,
  selected,
  onSelect,
  size = 'medium',
  className,
  wrap = asItIs,
}: TabsProps<Value>) {
  const styles = useTabsStyles();
  const reachable = selected ?? tabs[0]?.value;
  return (
    // The tabs take the focus, one of them at a time; the list itself never does.
    <div
      role="tablist"
      tabIndex={-1}
      aria-label={label}
      className={mergeClasses(styles.list, className)}
      onKeyDown={moveFocus}
    >
      {tabs.map(({ value, words }) =>
        wrap(
          <button
            key={value}
            type="button"
            role="tab"
            aria-selected={value === selected}
            tabIndex={value === reachable ? 0 : -1}
            className={mergeClasses(
              styles.tab,
              size === 'small' && styles.small,
              value === selected && styles.selected,
            )}
            onClick={() => {
              onSelect(value);
            }}
          >
            <span className={styles.words} data-words={words}>
              {words}
            </span>
          </button>,
          value,
        ),
      )}
    </div>
  );
}

function asItIs(tab: ReactElement): ReactElement {
  return tab;
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]:not([data-overflowing])')];
  const at = tabs.findIndex((tab) => tab === document.activeElement);
  const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
  const next = placeAfter(event.key, at, tabs.length, isMirrored);
  if (next === null) return;
  event.preventDefault();
  tabs[next]?.focus();
}

function placeAfter(key: string, at: number, count: number, isMirrored: boolean): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return null;
  const step = (key === 'ArrowRight') === isMirrored ? -1 : 1;
  return (at + step + count) % count;
}
