import { parseArgs } from 'node:util';
import { StoreUnavailable } from '../adapters/sql/store-unavailable.ts';
import { pinoLog } from '../adapters/system/log.ts';
import { PolicyDataError } from '../policy-data.ts';
import { loadOrganisation } from './organisation/organisation.ts';
import { startTrial } from './trial.ts';

const usage = `npm start                      start, keeping what was there
npm start -- --fresh           begin anew: forgets what was tried before
npm start -- --port 4000       another port for Duologue (3978), --microsoft365-port for the local Microsoft 365 (4365)
npm start -- --data FOLDER     another place for the data (.data/trial)
npm start -- --policy FILE     another policy in force, for instance policies/ess.json
npm start -- --background      grants Duologue itself what it may do for people who are not here
npm start -- --later MINUTES   the clock of both runs that much ahead, to see what time brings
npm start -- --validate        checks all that passes over the wire against Graph's description (see /_local/misfits)`;

interface Choice {
  readonly fresh: boolean;
  readonly port: number;
  readonly microsoft365Port: number;
  readonly directory: string;
  readonly policy?: string;
  readonly validate: boolean;
  readonly background: boolean;
  readonly minutesAhead: number;
}

/** A mistake in what was typed: the message says what to type instead. */
class BadChoice extends Error {}

function portFrom(text: string, name: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new BadChoice(`--${name} takes a number from 1 to 65535, not "${text}".\n\n${usage}`);
}

function minutesFrom(text: string): number {
  const minutes = Number(text);
  if (Number.isInteger(minutes) && minutes >= 0) return minutes;
  throw new BadChoice(`--later takes a whole number of minutes, not "${text}".\n\n${usage}`);
}

function readChoice(): Choice | null {
  const options = {
    fresh: { type: 'boolean', default: false },
    port: { type: 'string', default: '3978' },
    'microsoft365-port': { type: 'string', default: '4365' },
    data: { type: 'string', default: '.data/trial' },
    policy: { type: 'string' },
    later: { type: 'string', default: '0' },
    validate: { type: 'boolean', default: false },
    background: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ options });
    if (values.help) return null;
    return {
      fresh: values.fresh,
      port: portFrom(values.port, 'port'),
      microsoft365Port: portFrom(values['microsoft365-port'], 'microsoft365-port'),
      directory: values.data,
      validate: values.validate,
      background: values.background,
      minutesAhead: minutesFrom(values.later),
      ...(values.policy === undefined ? {} : { policy: values.policy }),
    };
  } catch (cause) {
    throw cause instanceof BadChoice
      ? cause
      : new BadChoice(`${cause instanceof Error ? cause.message : ''}\n\n${usage}`);
  }
}

function remedyFor(cause: unknown, choice: Choice | null): string {
  if (cause instanceof StoreUnavailable || cause instanceof BadChoice || cause instanceof PolicyDataError)
    return cause.message;
  if (cause instanceof Error && 'code' in cause) {
    const port = 'port' in cause ? String(cause.port) : 'that port';
    const option = choice !== null && port === String(choice.microsoft365Port) ? '--microsoft365-port' : '--port';
    if (cause.code === 'EADDRINUSE')
      return `Port ${port} is taken by another program (perhaps Duologue itself, started before). Stop that one, or start with another port: npm start -- ${option} NUMBER`;
    if (cause.code === 'EACCES' && 'syscall' in cause && cause.syscall === 'listen')
      return `This user may not use port ${port}. Start with another one: npm start -- ${option} NUMBER`;
    if (cause.code === 'EACCES' || cause.code === 'EROFS')
      return `This user may not write to ${choice?.directory ?? 'the data folder'}. Name another place: npm start -- --data FOLDER`;
  }
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function welcome(microsoft365Origin: string): string {
  const { people, tenant } = loadOrganisation();
  const addressOf = (key: string): string => {
    const person = people.find((one) => one.key === key);
    return person === undefined
      ? ''
      : `  ${person.givenName} ${person.surname}, ${person.jobTitle}\n    ${microsoft365Origin}/?person=${person.id}#/duologue\n`;
  };
  return `
Duologue is running, with a Microsoft 365 of its own on this machine (${tenant.name}, invented).

Look here:  ${microsoft365Origin}

You can be anybody there; begin with a manager and somebody who reports to her, side by side:
${addressOf('priya')}${addressOf('yusuf')}
What is kept lies in the data folder and is still there next time; "npm start -- --fresh" begins anew.
Ctrl-C ends everything.
`;
}

async function start({ minutesAhead, ...choice }: Choice): Promise<void> {
  const trial = await startTrial({
    ...choice,
    now: () => Date.now() + minutesAhead * 60_000,
    log: pinoLog({ level: 'warn' }),
  });
  process.stdout.write(welcome(trial.microsoft365.origin));
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void trial.close().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);
}

let choice: Choice | null = null;
try {
  choice = readChoice();
  if (choice === null) process.stdout.write(`${usage}\n`);
  else await start(choice);
} catch (cause) {
  process.stderr.write(`Duologue cannot start.\n${remedyFor(cause, choice)}\n`);
  process.exitCode = 1;
}
