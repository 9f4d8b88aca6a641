export { linkCodes } from './codes.ts';
export { link } from './link.ts';
