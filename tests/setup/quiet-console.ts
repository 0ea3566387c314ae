import { afterEach, beforeEach, vi } from 'vitest';

const loud = ['error', 'warn'] as const;
let said: string[] = [];

beforeEach(() => {
  said = [];
  for (const method of loud) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      said.push(`console.${method}: ${words.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  if (said.length === 0) return;
  throw new Error(
    `The test wrote to the console. Put right what it complains of; where the complaint itself is what is tested, ` +
      `spy on it in the test: vi.spyOn(console, 'error').mockImplementation(() => undefined).\n${said.join('\n')}`,
  );
});
