import { act, fireEvent, render, screen } from '@testing-library/react';
import { Suspense, useState } from 'react';
import { expect, test } from 'vitest';
import { lazyPart } from '../../../src/app/ui/lazy-part.ts';

function Counter({ name }: { readonly name: string }) {
  const [count, setCount] = useState(0);
  return (
    <button
      onClick={() => {
        setCount(count + 1);
      }}
    >
      {name} {count}
    </button>
  );
}

test('a part whose code was fetched ahead is there at once, without its placeholder', async () => {
  const Part = lazyPart(() => Promise.resolve(Counter));
  await Part.fetch();
  render(
    <Suspense fallback="Waiting">
      <Part name="Lines" />
    </Suspense>,
  );
  expect(screen.getByRole('button').textContent).toBe('Lines 0');
  expect(screen.queryByText('Waiting')).toBeNull();
});

test('a part that had to wait keeps what it holds, whatever is fetched and drawn afterwards', async () => {
  const code = Promise.withResolvers<typeof Counter>();
  const Part = lazyPart(() => code.promise);
  const page = (name: string) => (
    <Suspense fallback="Waiting">
      <Part name={name} />
    </Suspense>
  );
  const { rerender } = render(page('Lines'));
  expect(screen.getByText('Waiting')).toBeDefined();
  await act(async () => {
    code.resolve(Counter);
    await code.promise;
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Lines 0' }));
  await act(() => Part.fetch());
  rerender(page('Actions'));
  expect(screen.getByRole('button').textContent).toBe('Actions 1');
});

test('the code is asked for once, however often it is fetched', async () => {
  let asked = 0;
  const Part = lazyPart(() => {
    asked += 1;
    return Promise.resolve(Counter);
  });
  await Promise.all([Part.fetch(), Part.fetch()]);
  await Part.fetch();
  expect(asked).toBe(1);
});
