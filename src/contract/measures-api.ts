import { done } from './changes.ts';
import { addReadingRequest, saveMeasureRequest } from './measures.ts';
import type { Route } from './route.ts';

/** The routes of the figures a pair follows. */
export const measuresApi = {
  saveMeasure: {
    method: 'POST',
    path: '/api/pairs/:pairId/measures',
    access: 'pair-member',
    request: saveMeasureRequest,
    response: done,
  },
  addReading: {
    method: 'POST',
    path: '/api/measures/:measureId/readings',
    access: 'measure-member',
    request: addReadingRequest,
    response: done,
  },
} as const satisfies Record<string, Route>;
