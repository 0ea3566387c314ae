import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

const tries = 8;
const firstWait = 500;
const longestWait = 5000;

/**
 * A part of the client whose code comes when it is first shown. Where the network is away it is asked for again, so that a
 * lost connection leaves the page waiting instead of broken.
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await keepTrying(load) }));
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
