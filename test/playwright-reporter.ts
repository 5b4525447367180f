// Ends a run in the browser with one line that people and machines read alike.
import type { Reporter, TestCase } from '@playwright/test/reporter';

export default class LastLine implements Reporter {
  #outcomes = new Map<string, ReturnType<TestCase['outcome']>>();

  onTestEnd(story: TestCase): void {
    this.#outcomes.set(story.id, story.outcome());
  }

  async onExit(): Promise<void> {
    const outcomes = [...this.#outcomes.values()];
    const failed = outcomes.filter((outcome) => outcome === 'unexpected').length;
    const passed = outcomes.filter((outcome) => outcome === 'expected' || outcome === 'flaky').length;
    console.log(`${passed} passed, ${failed} failed`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
