export type { TestImage } from './images.ts';
export { testImages } from './images.ts';
