import { done, empty } from './changes.ts';
import {
  addObjectiveRequest,
  changeObjectiveRequest,
  objectivesResponse,
  saveNeedRequest,
  stepObjectiveRequest,
} from './objectives.ts';
import type { Route } from './route.ts';

/** The routes of what an employee works towards. */
export const objectiveApi = {
  objectives: {
    method: 'GET',
    path: '/api/pairs/:pairId/objectives',
    access: 'pair-member',
    request: empty,
    response: objectivesResponse,
  },
  addObjective: {
    method: 'POST',
    path: '/api/pairs/:pairId/objectives',
    access: 'pair-member',
    request: addObjectiveRequest,
    response: done,
  },
  changeObjective: {
    method: 'PATCH',
    path: '/api/objectives/:objectiveId',
    access: 'objective-member',
    request: changeObjectiveRequest,
    response: done,
  },
  stepObjective: {
    method: 'POST',
    path: '/api/objectives/:objectiveId/steps',
    access: 'objective-member',
    request: stepObjectiveRequest,
    response: done,
  },
  saveNeed: {
    method: 'POST',
    path: '/api/pairs/:pairId/development-needs',
    access: 'pair-member',
    request: saveNeedRequest,
    response: done,
  },
} as const satisfies Record<string, Route>;
