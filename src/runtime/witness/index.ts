export { runWitness, type WitnessPlace } from './run-witness.ts';
export { Witness, type WitnessOptions } from './witness.ts';
