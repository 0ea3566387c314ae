import { addObjective, changeObjective, saveNeed, stepObjective } from '../../usecases/keep-objectives.ts';
import { readObjectives } from '../../usecases/read-objectives.ts';
import type { Handlers } from '../handlers.ts';
import type { RouteNeeds } from './route-needs.ts';

type ObjectiveRoutes = 'objectives' | 'addObjective' | 'changeObjective' | 'stepObjective' | 'saveNeed';

export function objectiveRoutes(needs: RouteNeeds): Pick<Handlers, ObjectiveRoutes> {
  return {
    objectives: ({ actor, param }) => readObjectives(needs, actor, { pairId: param('pairId') }),
    addObjective: ({ actor, param, request }) =>
      addObjective(needs, actor, { pairId: param('pairId'), objective: request }),
    changeObjective: ({ actor, param, request }) =>
      changeObjective(needs, actor, { objectiveId: param('objectiveId'), words: request }),
    stepObjective: ({ actor, param, request }) =>
      stepObjective(needs, actor, { objectiveId: param('objectiveId'), ...request }),
    saveNeed: ({ actor, param, request }) => saveNeed(needs, actor, { pairId: param('pairId'), need: request }),
  };
}
