import { createElement, lazy, useState, type ComponentType, type ReactElement } from 'react';

const tries = 8;
const firstWait = 500;
const longestWait = 5000;

/** A part of the client whose code comes when it is first shown, or when it is fetched before. */
export interface LazyPart<Props> {
  (props: Props): ReactElement;
  /** Fetches the code ahead, so that the part is there at once where it is shown. */
  readonly fetch: () => Promise<unknown>;
}

/**
 * Makes a part whose code is a file of its own. Where the network is away it is asked for again, so that a lost connection leaves
 * the page waiting instead of broken. Code that is there is shown without a placeholder: React keeps one for 300 ms once shown.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let ready: ComponentType<Props> | undefined;
  let coming: Promise<ComponentType<Props>> | undefined;
  const fetch = (): Promise<ComponentType<Props>> => {
    coming ??= keepTrying(load).then(
      (part) => (ready = part),
      (error: unknown) => {
        coming = undefined;
        throw error;
      },
    );
    return coming;
  };
  const Awaited = lazy(async () => ({ default: await fetch() }));
  const Part = (props: Props): ReactElement => {
    // What it began as it stays, or what it holds would be lost on the way.
    const [Shown] = useState<ComponentType<Props>>(() => ready ?? Awaited);
    return createElement(Shown, props);
  };
  return Object.assign(Part, { fetch });
}

async function keepTrying<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, Math.min(firstWait * 2 ** attempt, longestWait)));
    }
  }
  return load();
}
