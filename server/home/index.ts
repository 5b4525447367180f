// A dose at home: what is arranged for it, what the one who watches may see and say, and the watch over their looks.

export { homeRoutes } from './routes.ts';
export { watchHome } from './watch.ts';
