export { driverOf } from './driver.ts';
export { modelFiles } from './mlserver-runtimes.ts';
export { writeModules } from './modules.ts';
export type { InferenceServer, ServerFault } from './server.ts';
