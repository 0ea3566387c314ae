import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskTrouble } from '#server/adapters/sql/directory-lock.ts';
import { openStore } from '#server/adapters/sql/open-store.ts';
import { randomIds } from '#server/adapters/system/uuid-ids.ts';
import { eventually } from '#tests/support/eventually.ts';
import { clock, quiet } from './engines.ts';

const writer = fileURLToPath(new URL('writing-process.ts', import.meta.url));
const needs = { clock, ids: randomIds(), log: quiet };
const started: ChildProcess[] = [];

/** Starts a process that writes to the directory, and reads what it says. */
function startWriting(directory: string) {
  const child = spawn(process.execPath, [writer, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return { pid: child.pid ?? 0, lines, kill };
}

describe('the embedded database in a directory', () => {
  let base: string;
  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'duologue-data-'));
  });
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
    rmSync(base, { recursive: true, force: true });
  });
  const open = (directory: string) => openStore({ kind: 'pglite', directory }, needs);

  it('keeps what was answered when the process is killed, and turns a second process away while it lives', async () => {
    const directory = join(base, 'killed');
    const kept: string[] = [];
    let meetings: readonly string[] = [];
    for (const round of [1, 2]) {
      const writing = startWriting(directory);
      await eventually(async () => writing.lines.length > 20, 50_000);
      if (round === 1) {
        const second = open(directory);
        await expect(second).rejects.toMatchObject({ name: 'StoreUnavailable' });
        await expect(second).rejects.toThrow(
          `${directory} is in use by another process (${writing.pid}). Stop that one first`,
        );
      }
      await writing.kill();
      const [[, personId = '', pairId = ''] = [], ...answered] = writing.lines.map((line) => line.split(' '));
      kept.push(...answered.flatMap(([, ...ids]) => ids));
      const { store, close } = await open(directory);
      const found = await store.asPerson({ tenantId: 'a tenant', personId }, async (tx) => ({
        meetings: await tx.meetings.ofPair(pairId),
        seq: await tx.pairs.seq(pairId),
      }));
      await close();
      meetings = [...meetings, ...found.meetings.map(({ id }) => id)];
      // The example's own meeting, and two for every change after the first: never half of one.
      expect(found.meetings).toHaveLength(1 + 2 * (found.seq - 1));
    }
    expect(kept.length).toBeGreaterThan(30);
    expect(kept.filter((id) => !meetings.includes(id))).toEqual([]);
    expect(existsSync(`${directory}.lock`)).toBe(false);
  }, 120_000);

  it('begins anew where a first start was killed before it was done', async () => {
    const directory = join(base, 'unfinished');
    const starting = startWriting(directory);
    await eventually(async () => existsSync(`${directory}.unfinished`) && readdirSync(directory).length > 0, 50_000);
    await starting.kill();
    const { close } = await open(directory);
    const again = open(directory);
    await expect(again).rejects.toThrow('is in use by this process already');
    await close();
    expect(readdirSync(base).filter((name) => name.startsWith('unfinished'))).toEqual(['unfinished']);
  }, 120_000);

  it('leaves alone what it cannot open, says so, and gives the lock back', async () => {
    const foreign = join(base, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'notes.txt'), 'mine');
    await expect(open(foreign)).rejects.toThrow(`${foreign} holds other files. Name an empty data directory`);
    expect(readdirSync(foreign)).toEqual(['notes.txt']);

    const broken = join(base, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'PG_VERSION'), '13\n');
    await expect(open(broken)).rejects.toThrow(`The data in ${broken} could not be opened`);
    expect(readFileSync(join(broken, 'PG_VERSION'), 'utf8')).toBe('13\n');

    const behindFile = join(foreign, 'notes.txt', 'data');
    await expect(open(behindFile)).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(readdirSync(base).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('takes over the lock of a process that is gone, even where its number is used again', async () => {
    const directory = join(base, 'stale');
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'exit');
    const owners = [`${gone.pid ?? 0} 12345`, ...(existsSync('/proc/self/stat') ? [`${process.pid} 12345`] : [])];
    for (const owner of owners) {
      writeFileSync(`${directory}.lock`, owner);
      await (await open(directory)).close();
      expect(existsSync(`${directory}.lock`)).toBe(false);
    }
  });

  it.each([
    ['EACCES', /may not write to \/data .* Give this user the right/],
    ['EROFS', /may not write to \/data/],
    ['ENOSPC', /The disk that holds \/data is full .* Make room/],
    ['EIO', /\/data could not be opened \(EIO\)/],
  ])('says what to do about %s', (code, message) => {
    expect(diskTrouble('/data', Object.assign(new Error('a trouble'), { code })).message).toMatch(message);
  });
});
