/** The test cluster as a command: `npm run cluster -- up|down|status|exec|build`. */
import { spawn } from 'node:child_process';
import { Command } from 'commander';
import { type ClusterOptions, clusterFolder, clusters, down, inside, up } from './cluster.ts';
import { imageStore } from './image-store.ts';
import { testImages } from './images/index.ts';
import { packages } from './packages.ts';
import { programs } from './programs.ts';

const program = new Command('npm run cluster --').description(
  'A Kubernetes cluster of real programs on this machine, without Docker, in a network of its own.',
);

program
  .command('up')
  .description('start a cluster')
  .argument('[name]', 'name of the cluster', 'dev')
  .option('--nodes <number>', 'nodes that run pods', Number, 1)
  .option('--argocd', 'with Argo CD', false)
  .option('--plugin <folder>', "with the plugin of Argo CD that this folder's plugin.yaml describes")
  .option('--kwok', 'with KWOK for nodes that only seem to run pods', false)
  .option('--crds', 'with the CRDs of other projects at hand, for tests', false)
  .option('--metrics', 'with resource metrics', false)
  .action(async (name: string, options: Omit<ClusterOptions, 'owned'>) => {
    const started = performance.now();
    await up(name, { ...options, owned: false });
    console.log(`${name} is up after ${((performance.now() - started) / 1000).toFixed(1)} s`);
    console.log(`npm run cluster -- exec ${name} -- kubectl get nodes`);
  });

program
  .command('down')
  .description('end clusters and remove all that they made')
  .argument('[names...]', 'names of clusters; none: all')
  .action(async (names: readonly string[]) => {
    for (const name of names.length > 0 ? names : clusters().keys()) await down(name);
  });

program
  .command('status')
  .description('list the clusters')
  .action(() => {
    for (const [name, machines] of clusters()) {
      console.log(
        `${name}: ${machines.length > 0 ? machines.toSorted().join(', ') : 'ended'} (${clusterFolder(name)})`,
      );
    }
  });

program
  .command('exec')
  .description("run a command in a cluster's network, as its administrator")
  .argument('<name>', 'name of the cluster')
  .argument('<command...>', 'the command')
  .action((name: string, command: readonly string[]) => {
    const { prefix, env } = inside(name);
    const [file = '', ...args] = [...prefix, ...command];
    spawn(file, args, { stdio: 'inherit', env }).once('close', (status) => {
      process.exitCode = status ?? 1;
    });
  });

program
  .command('build')
  .description('build all that clusters are made of, and start none')
  .action(async () => {
    for (const folder of [await programs(), await packages(), await imageStore(await testImages())])
      console.log(folder);
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
