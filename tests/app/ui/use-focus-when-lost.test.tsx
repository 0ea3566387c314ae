import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFocusWhenLost } from '../../../src/app/ui/use-focus-when-lost.ts';

// A window of tests never has the focus itself.
beforeEach(() => vi.spyOn(document, 'hasFocus').mockReturnValue(true));
afterEach(() => vi.restoreAllMocks());

function List({ lines }: { readonly lines: readonly string[] | undefined }) {
  const list = useFocusWhenLost<HTMLUListElement>(lines?.join(' '), 'later');
  return (
    <main tabIndex={-1}>
      {lines !== undefined && lines.length > 0 && (
        <ul ref={list} tabIndex={-1}>
          {lines.map((line) => (
            <li key={line}>
              <button>{line}</button>
            </li>
          ))}
        </ul>
      )}
      <button>Elsewhere</button>
    </main>
  );
}

const focused = () => document.activeElement?.tagName;

test('what comes by itself takes no focus', () => {
  const { rerender } = render(<List lines={undefined} />);
  rerender(<List lines={['one', 'two']} />);
  expect(focused()).toBe('BODY');
});

test('a line that goes away with the focus leaves it to its list, the last one to the page', () => {
  const { rerender } = render(<List lines={['one', 'two']} />);
  screen.getByRole('button', { name: 'one' }).focus();
  rerender(<List lines={['two']} />);
  expect(focused()).toBe('UL');
  screen.getByRole('button', { name: 'two' }).focus();
  rerender(<List lines={[]} />);
  expect(focused()).toBe('MAIN');
});

test('nothing is taken from what has the focus', () => {
  const { rerender } = render(<List lines={['one', 'two']} />);
  screen.getByRole('button', { name: 'Elsewhere' }).focus();
  rerender(<List lines={['two']} />);
  expect(document.activeElement?.textContent).toBe('Elsewhere');
});
