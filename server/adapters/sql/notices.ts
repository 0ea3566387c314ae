import type { Logger } from '#server/ports/system.ts';
import type { ChangeNotice } from '#server/ports/store.ts';

/** Where committed changes of pairs are told. Ids and numbers only: any login of the database may listen. */
export const changeChannel = 'duologue_change';
/** Where it is told that an effect may have become one to try. */
export const promiseChannel = 'duologue_promise';
/** Where it is told whose policies changed: a tenant's id, or nothing where any may have. */
export const policyChannel = 'duologue_policy';

/** Where it is told that a mailbox may have become one to look at. */
export const lookChannel = 'duologue_look';

/** Passes on what the database told to whoever in this process wants to know. */
export interface Notices {
  readonly onChange: (listener: (notice: ChangeNotice) => void) => () => void;
  readonly onPromise: (listener: () => void) => () => void;
  readonly onLook: (listener: () => void) => () => void;
  /** Null: any tenant's may have changed. */
  readonly onPolicy: (listener: (tenantId: string | null) => void) => () => void;
  /** Called by what listens to the database. */
  readonly heard: (channel: string, payload: string) => void;
}

/** Of a notice that came in. Listeners run later and apart: one that throws is logged and harms no other. */
export function notices(log: Logger): Notices {
  const onChange = new Set<(notice: ChangeNotice) => void>();
  const onPromise = new Set<() => void>();
  const onLook = new Set<() => void>();
  const onPolicy = new Set<(tenantId: string | null) => void>();

  function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
  function tell<Listener>(listeners: Set<Listener>, call: (listener: Listener) => void): void {
    for (const listener of listeners) {
      setImmediate(() => {
        try {
          if (listeners.has(listener)) call(listener);
        } catch (cause) {
          log.error('notice-listener-failed', {}, cause);
        }
      });
    }
  }

  return {
    onChange: (listener) => subscribe(onChange, listener),
    onPromise: (listener) => subscribe(onPromise, listener),
    onLook: (listener) => subscribe(onLook, listener),
    onPolicy: (listener) => subscribe(onPolicy, listener),
    heard: (channel, payload) => {
      if (channel === promiseChannel)
        tell(onPromise, (listener) => {
          listener();
        });
      if (channel === lookChannel)
        tell(onLook, (listener) => {
          listener();
        });
      if (channel === policyChannel)
        tell(onPolicy, (listener) => {
          listener(payload === '' ? null : payload);
        });
      if (channel !== changeChannel) return;
      const notice = JSON.parse(payload) as ChangeNotice;
      tell(onChange, (listener) => {
        listener(notice);
      });
    },
  };
}
