import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Io } from './io.ts';
import { commanderError } from './usage-error.ts';

/** Runs the command line and gives the exit code: 0 clean, 1 after an error. Each command loads its parts when it is used. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = new Command('stowage')
    .description(
      'Compiles model-serving specs into what a cluster runs: planned, proven and explained before anything runs.',
    )
    .version(version(), '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout(text),
      writeErr: (text) => io.stderr(text),
      outputError: (text) => commanderError(io, text),
    });

  const format = new Option('--format <format>', 'how to print diagnostics')
    .choices(['text', 'json', 'github'])
    .default('text');
  const directory = ['-C, --directory <folder>', 'the project folder, instead of this one'] as const;
  // An option that took several words would take the inputs after it for names.
  const environment = new Option(
    '-e, --environment <name>',
    'only this environment; may be given several times',
  ).argParser((name: string, names: readonly string[] = []) => [...names, name]);

  program
    .command('compile')
    .description('check the specs, place the models, write the manifests and the lock')
    .argument('[inputs...]', 'files, folders, globs or - instead of the inputs in stowage.yaml')
    .option(...directory)
    .addOption(environment)
    .option('--check', 'write nothing; fail if the output is not what the specs compile to')
    .option('--frozen', 'fail if the lock would change')
    .option('--no-cache', 'read everything anew')
    .addOption(format)
    .action(async (inputs: string[], options) => {
      const { runCompile } = await import('./compile.ts');
      code = await runCompile(inputs, options, io);
    });

  program
    .command('dev')
    .description('run one environment on this machine, and follow its specs; Ctrl-C ends it')
    .option(...directory)
    .addOption(environment)
    .addOption(
      new Option('--store <name=folder>', 'a folder that stands for a store; may be given several times').argParser(
        (text: string, texts: readonly string[] = []) => [...texts, text],
      ),
    )
    .option('--http <port>', 'where REST clients go, instead of the port of the environment')
    .option('--grpc <port>', 'where gRPC clients go, instead of the port of the environment')
    .action(async (options) => {
      const { runDev } = await import('./dev.ts');
      code = await runDev(options, io);
    });

  program
    .command('status')
    .description(
      'print what runs, where, and what is not as planned: exit 2 where something is not, 1 where no router answers',
    )
    .option(...directory)
    .addOption(environment)
    .option('--router <url>', 'the plain port of any router, instead of that of the `dev` that runs here')
    .option('--watch', 'again and again, until Ctrl-C')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async (options) => {
      const { runStatus } = await import('./status.ts');
      code = await runStatus(options, io);
    });

  program
    .command('rebalance')
    .description('compile, and also move models that did not change, to close replicas; say what the moves buy')
    .argument('[inputs...]', 'files, folders, globs or - instead of the inputs in stowage.yaml')
    .option(...directory)
    .addOption(environment)
    .option('--moves <number>', 'how many models may move', wholeNumber, 10)
    .option('--check', 'write nothing')
    .addOption(format)
    .action(async (inputs: string[], options) => {
      const { runRebalance } = await import('./rebalance.ts');
      code = await runRebalance(inputs, options, io);
    });

  program
    .command('render')
    .description('print the manifests of one environment as one YAML stream, and write nothing')
    .option(...directory)
    .addOption(environment)
    .option('--frozen', 'fail if the lock would change')
    .action(async (options) => {
      const { runRender } = await import('./render.ts');
      code = await runRender(options, io);
    });

  program
    .command('show')
    .description('print what a step of the compile makes of one environment, as JSON')
    .argument('<stage>', 'fleet, problem, placement, plan or lock')
    .argument('[inputs...]', 'files, folders, globs or - instead of the inputs in stowage.yaml')
    .option(...directory)
    .addOption(environment)
    .action(async (stage: string, inputs: string[], options) => {
      const { runShow } = await import('./show.ts');
      code = await runShow(stage, inputs, options, io);
    });

  program
    .command('solve')
    .description('solve a placement problem (JSON) and print the solution; exit 1 if something is unplaced')
    .argument('<problem>', 'a file, or - for standard input')
    .addOption(
      new Option('--effort <effort>', 'how hard to look for a cheaper placement and a better bound')
        .choices(['fast', 'normal', 'thorough'])
        .default('normal'),
    )
    .option('--evidence <file>', 'write why the bounds hold, so that they can be checked')
    .action(async (problem: string, options) => {
      const { runSolve } = await import('./solve.ts');
      code = await runSolve(problem, options, io);
    });

  program
    .command('explain')
    .description('explain a diagnostic code')
    .argument('<code>', 'a code, such as STW1203')
    .action(async (name: string) => {
      const { runExplain } = await import('./explain.ts');
      code = runExplain(name, io);
    });

  program
    .command('schema')
    .description('print the JSON Schema of a kind or format, for editors; without a name, list them')
    .argument('[name]', 'a kind or format')
    .action(async (name: string | undefined) => {
      const { runSchema } = await import('./schema.ts');
      code = await runSchema(name, io);
    });

  program
    .command('agent')
    .description('run the agent of a server pod (pods start it; it is not for people)')
    .option('--place <file>', 'where it lives, as JSON, instead of all below')
    .option('--settings <file>', 'what it is told at start')
    .option('--plan <folder>', 'the mounted plan')
    .option('--run <folder>', 'sockets and the files of Envoy')
    .option('--artifacts <folder>', 'verified artifacts')
    .option('--repository <folder>', 'what the inference server reads models from')
    .option('--modules <folder>', 'modules that the inference server starts with')
    .option('--state <folder>', 'what the agent must remember')
    .action(async (options) => {
      const { runAgentCommand } = await import('./agent.ts');
      code = await runAgentCommand(options, io);
    });

  program
    .command('router')
    .description('run the router of a gateway pod (pods start it; it is not for people)')
    .option('--place <file>', 'where it lives, as JSON, instead of all below')
    .option('--settings <file>', 'what it is told at start')
    .option('--plan <folder>', 'the mounted plan')
    .option('--run <folder>', 'sockets and the files of Envoy')
    .action(async (options) => {
      const { runRouterCommand } = await import('./router.ts');
      code = await runRouterCommand(options, io);
    });

  program
    .command('witness')
    .description('run the witness of an environment (a pod starts it; it is not for people)')
    .option('--settings <file>', 'what it is told at start')
    .option('--plan <folder>', 'the mounted plan of the gateway')
    .option('--routers <file>', 'addresses of the routers, as JSON, instead of asking DNS')
    .option('--listen <address>', 'where probes and its page are answered')
    .action(async (options) => {
      const { runWitnessCommand } = await import('./witness.ts');
      code = await runWitnessCommand(options, io);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    throw error;
  }
  return code;
}

function wholeNumber(text: string): number {
  if (!/^[0-9]{1,7}$/.test(text)) throw new InvalidArgumentError('It must be a whole number up to 9999999.');
  return Number(text);
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
