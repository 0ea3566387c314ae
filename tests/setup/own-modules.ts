import { vi } from 'vitest';

// Where a worker takes one test file after the other, the libraries stay loaded; our own modules begin anew with each.
vi.resetModules();
