// The story library: told with consent, read before it is shown, taken back at any time.

export { storyRoutes } from './routes.ts';
export { shownStories } from './store.ts';
