// The door to live changes: the bus they travel on inside, and the stream each device listens to.

export { type Change, type LiveBus, type Numbered, openLiveBus } from './bus.ts';
