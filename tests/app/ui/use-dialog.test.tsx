import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useDialog, useDialogOnDemand } from '../../../src/app/ui/use-dialog.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function Asked({ onClosed }: { readonly onClosed: () => void }) {
  const { isOpen, close } = useDialog(onClosed);
  return (
    <div role="dialog">
      <button onClick={close}>{isOpen ? 'Close' : 'Leaving'}</button>
    </div>
  );
}

function Page() {
  const dialog = useDialogOnDemand<'change'>();
  return (
    <>
      <button
        onClick={() => {
          dialog.ask('change');
        }}
      >
        Ask
      </button>
      {dialog.asked !== null && <Asked key={dialog.key} onClosed={dialog.done} />}
    </>
  );
}

function click(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function allTimePasses(): void {
  act(() => {
    vi.runAllTimers();
  });
}

test('a closed dialog leaves, and what had the focus has it again', () => {
  render(<Page />);
  screen.getByRole('button', { name: 'Ask' }).focus();
  click('Ask');
  click('Close');
  expect(screen.getByRole('button', { name: 'Leaving' })).toBeDefined();
  allTimePasses();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement?.textContent).toBe('Ask');
});

test('a dialog asked for while the one before it is leaving opens and stays', () => {
  render(<Page />);
  click('Ask');
  click('Close');
  click('Ask');
  allTimePasses();
  expect(screen.getByRole('button', { name: 'Close' })).toBeDefined();
});

function MenuPage({ hasButton = true }: { readonly hasButton?: boolean }) {
  const dialog = useDialogOnDemand<'change'>();
  return (
    <main tabIndex={-1}>
      {hasButton && <button id="more">More</button>}
      {dialog.asked === null ? (
        <div role="menu" aria-labelledby="more">
          <button
            role="menuitem"
            onClick={() => {
              dialog.ask('change');
            }}
          >
            Ask
          </button>
        </div>
      ) : (
        <Asked key={dialog.key} onClosed={dialog.done} />
      )}
    </main>
  );
}

function openFromMenu(): void {
  const item = screen.getByRole('menuitem');
  item.focus();
  fireEvent.click(item);
  click('Close');
}

test('a dialog opened from a menu gives the focus back to what opened the menu', () => {
  render(<MenuPage />);
  openFromMenu();
  allTimePasses();
  expect(document.activeElement?.textContent).toBe('More');
});

test('where what opened a dialog is gone, the keyboard goes on at the page itself', () => {
  const { rerender } = render(<MenuPage />);
  openFromMenu();
  rerender(<MenuPage hasButton={false} />);
  allTimePasses();
  expect(document.activeElement?.tagName).toBe('MAIN');
});
