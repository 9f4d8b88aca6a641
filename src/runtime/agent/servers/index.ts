export { driverOf } from './driver.ts';
export { modelFiles } from './mlserver.ts';
export { writeModules } from './modules.ts';
export type { InferenceServer, ServerFault } from './server.ts';
