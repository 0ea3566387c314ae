import { describe, expect, it } from 'vitest';
import { takingTurns } from '#server/adapters/graph/taking-turns.ts';

describe('calls for one mailbox', () => {
  it('run no more than so many at once, the rest in order, and other mailboxes do not wait', async () => {
    const turns = takingTurns(2);
    const started: string[] = [];
    const finish = new Map<string, () => void>();
    const call = (mailbox: string, name: string): Promise<string> =>
      turns(mailbox, async () => {
        started.push(name);
        await new Promise<void>((resolve) => finish.set(name, resolve));
        if (name === 'b') throw new Error('no');
        return name;
      });
    const calls = ['a', 'b', 'c', 'd'].map((name) => call('priya', name));
    calls.push(call('kwame', 'k'));
    expect(started).toEqual(['a', 'b', 'k']);

    finish.get('b')?.();
    await expect(calls[1]).rejects.toThrow('no');
    expect(started).toEqual(['a', 'b', 'k', 'c']);
    finish.get('a')?.();
    await calls[0];
    expect(started).toEqual(['a', 'b', 'k', 'c', 'd']);
    for (const name of ['c', 'd', 'k']) finish.get(name)?.();
    expect(await Promise.all([calls[2], calls[3], calls[4]])).toEqual(['c', 'd', 'k']);
  });
});
