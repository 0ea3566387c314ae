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
