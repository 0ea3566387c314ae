/** Runs work under a key, no more than `most` of one key at once; the rest wait in order. */
export function takingTurns(most: number): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>();
  return async (key, work) => {
    const line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    if (line.running >= most) {
      await new Promise<void>((resolve) => line.waiting.push(resolve));
    } else {
      line.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next === undefined) {
        line.running -= 1;
        if (line.running === 0) lines.delete(key);
      } else {
        next();
      }
    }
  };
}
