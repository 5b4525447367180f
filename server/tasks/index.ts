// Work that waits for a role: raised in the transaction that caused it, listed by who may see it, finished by name.

export { idFrom } from './id-from.ts';
export { taskRoutes } from './routes.ts';
export {
  finishTask,
  finishTasksOfKind,
  openTasksOfPatient,
  passTask,
  type RaisedTask,
  raiseTask,
} from './store.ts';
