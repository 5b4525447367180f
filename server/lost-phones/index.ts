// A phone that is lost or was handed on: where a person is signed in, and the end of it.

export { lostPhoneRoutes } from './routes.ts';
