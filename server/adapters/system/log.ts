import { pino } from 'pino';
import type { Logger } from '#server/ports/system.ts';

export interface LogOptions {
  readonly level?: 'info' | 'warn' | 'error' | 'silent';
  /** Where the lines go; standard output otherwise. */
  readonly destination?: { write(line: string): void };
}

interface Cause {
  readonly name: string;
  readonly code: string | null;
  /** Where in the code it happened, innermost first. */
  readonly at: readonly string[];
  readonly cause: Cause | null;
}

function codeOf(error: Error): string | null {
  return 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number')
    ? String(error.code)
    : null;
}

// An error's message may quote what somebody typed (a database's does, and JSON.parse's), so it stays out of the log.
function describe(cause: unknown, depth = 0): Cause | null {
  if (!(cause instanceof Error)) return null;
  const { stack = '', message } = cause;
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  const at = frames.flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? []);
  return { name: cause.name, code: codeOf(cause), at, cause: depth < 3 ? describe(cause.cause, depth + 1) : null };
}

/** Writes facts as JSON lines. Of an error it keeps name, code and place, never the message: that may quote a person. */
export function pinoLog(options: LogOptions = {}): Logger {
  const settings = { level: options.level ?? 'info', base: null };
  const log = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  return {
    info: (event, facts = {}) => {
      log.info({ event, ...facts });
    },
    warn: (event, facts = {}) => {
      log.warn({ event, ...facts });
    },
    error: (event, facts, cause) => {
      log.error({ event, ...facts, cause: describe(cause) });
    },
  };
}
