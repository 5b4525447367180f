// What the clinic works with while the computers are away, and how it comes back.

export { type DowntimeFolder, writePackFolders } from './folder.ts';
export { makeMorningPack } from './morning.ts';
export { downtimeRoutes } from './routes.ts';
