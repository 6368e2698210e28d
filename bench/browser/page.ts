import { peakOperations, timeGradients } from './gradients.ts';
import { createTeam, type Team } from './sweeps.ts';

let team: Team | null = null;

/** What the bench calls from outside. */
const program = {
  timeGradients,
  peakOperations,
  async startTeam(modelUrl: string, size: number): Promise<void> {
    team = await createTeam(modelUrl, size);
  },
  team(): Team {
    if (!team) throw new Error('startTeam comes first');
    return team;
  },
};

export type Program = typeof program;

Object.assign(window, { program });
