import { describe, expect, it } from 'vitest';
import { pinoLog } from '#server/adapters/system/log.ts';

function recordingLog(level: 'info' | 'warn' = 'info') {
  const lines: string[] = [];
  const log = pinoLog({ level, destination: { write: (line) => void lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('the log', () => {
  it('writes an event and its facts as one line of JSON', () => {
    const { log, last } = recordingLog();
    log.info('effect-done', { effectId: 'e1', attempts: 2, confirmed: true, code: null });
    expect(last()).toMatchObject({
      level: 30,
      event: 'effect-done',
      effectId: 'e1',
      attempts: 2,
      confirmed: true,
      code: null,
    });
    log.warn('listener-lost');
    expect(last()).toMatchObject({ level: 40, event: 'listener-lost' });
  });

  it('keeps of an error its name, code and place, and nothing anybody wrote', () => {
    const { log, lines, last } = recordingLog();
    const words = 'she said she is unhappy';
    const inner = Object.assign(new Error(`invalid input: "${words}"`), { code: '22P02' });
    log.error('bug', { requestId: 'r1' }, new TypeError(`${words}\n    at work, ${words}`, { cause: inner }));
    expect(last()).toMatchObject({
      level: 50,
      event: 'bug',
      requestId: 'r1',
      cause: { name: 'TypeError', code: null, cause: { name: 'Error', code: '22P02', cause: null } },
    });
    expect(lines.join('')).toContain('log.test.ts');
    expect(lines.join('')).not.toContain('unhappy');
  });

  it('survives a cause that is no error, or that is its own cause', () => {
    const { log, last } = recordingLog();
    log.error('bug', {}, 'just text');
    expect(last()).toMatchObject({ event: 'bug', cause: null });
    const endless = new Error('round');
    endless.cause = endless;
    log.error('bug', {}, endless);
    expect(last()).toMatchObject({ cause: { name: 'Error' } });
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = recordingLog('warn');
    log.info('quiet');
    expect(lines).toEqual([]);
  });
});
