import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { inTime } from './measure.ts';

/** A server in a process of its own, so that what it costs is told apart from what asking costs. */
export interface Serving<First> {
  /** The first it said. */
  readonly first: First;
  ask(question: unknown): Promise<unknown>;
  tell(message: unknown): void;
  /** Milliseconds of processor time used so far. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** The next message. @throws when the process ends instead */
function heard(child: ChildProcess): Promise<unknown> {
  const next = new Promise((resolve, reject) => {
    const ended = (): void => {
      reject(new Error('The server ended'));
    };
    child.once('exit', ended).once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
  return inTime(next, 'a word from the server');
}

/** Starts a file of this folder as a process, and waits for its first word. */
export async function serve<First>(file: string, ...options: string[]): Promise<Serving<First>> {
  const child = fork(new URL(file, import.meta.url), options, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const first = (await heard(child)) as First;
  const ask = async (question: unknown): Promise<unknown> => {
    const answer = heard(child);
    child.send(question as string);
    return answer;
  };
  return {
    first,
    ask,
    tell: (message) => void child.send(message as string),
    cpu: async () => {
      const { user, system } = (await ask('cpu')) as NodeJS.CpuUsage;
      return (user + system) / 1000;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
