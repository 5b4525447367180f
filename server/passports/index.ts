// What a person carries to the next clinic, signed by this one.

export { mountPassportPage, passportRoutes } from './routes.ts';
