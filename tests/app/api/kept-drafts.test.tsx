import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { forgetDrafts, useKeptDraft } from '../../../src/app/api/kept-drafts.ts';

function Box({ place }: { readonly place: string }) {
  const [text, setText] = useKeptDraft(place);
  return (
    <textarea
      aria-label="Note"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
    />
  );
}

afterEach(forgetDrafts);

describe('what somebody types', () => {
  test('is still there when the box comes back, in its own place only, and nowhere on the device', async () => {
    render(<Box place="one" />);
    await userEvent.type(screen.getByLabelText('Note'), 'Ask Repairs to leave the keys');
    cleanup();
    render(<Box place="two" />);
    expect(screen.getByLabelText('Note')).toHaveProperty('value', '');
    cleanup();
    render(<Box place="one" />);
    expect(screen.getByLabelText('Note')).toHaveProperty('value', 'Ask Repairs to leave the keys');
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });

  test('is gone once somebody else sits here', async () => {
    render(<Box place="one" />);
    await userEvent.type(screen.getByLabelText('Note'), 'Mine');
    forgetDrafts();
    cleanup();
    render(<Box place="one" />);
    expect(screen.getByLabelText('Note')).toHaveProperty('value', '');
  });
});
