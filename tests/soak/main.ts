import { soak } from './command.ts';
import { play } from './play.ts';

process.exitCode = await soak({
  args: process.argv.slice(2),
  play,
  print: (line) => {
    console.log(line);
  },
});
