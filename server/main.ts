import { pinoLog } from './adapters/system/log.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { compose } from './compose.ts';
import { ConfigError, readConfig } from './config.ts';
import { PolicyDataError } from './policy-data.ts';
import { StoreUnavailable } from './adapters/sql/store-unavailable.ts';

function explain(cause: unknown): void {
  const known = cause instanceof ConfigError || cause instanceof PolicyDataError || cause instanceof StoreUnavailable;
  process.stderr.write(
    known
      ? `Duologue cannot start:\n${cause.message}\n`
      : `Duologue cannot start: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
  );
}

/** Production: settings from the environment, Microsoft 365 itself on the other side. */
async function start(): Promise<void> {
  const config = readConfig();
  const log = pinoLog({ level: config.logLevel });
  const running = await compose(config, { clock: systemClock(), log });
  log.info('started', { port: running.port });
  const stop = (): void => {
    log.info('stopping');
    void running.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  await start();
} catch (cause) {
  explain(cause);
  process.exitCode = 1;
}
